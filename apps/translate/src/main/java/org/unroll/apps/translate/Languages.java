package org.unroll.apps.translate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.app.Net;
import org.unroll.core.app.NetWriter;
import org.unroll.datasets.pair.EncodedPairs;
import org.unroll.datasets.text.Language;
import org.unroll.datasets.text.SentencePair;

/**
 * What is learnt from the training sentences beside the net: subwords and vocabularies. Immutable.
 *
 * @param maxLength words read and written of a sentence
 */
record Languages(Language source, Language target, int maxLength) {
  private static final String JOINT = "joint";

  static Languages fit(TranslateConfig config, List<SentencePair> training) {
    List<String> sources = training.stream().map(SentencePair::source).toList();
    List<String> targets = training.stream().map(SentencePair::target).toList();
    int maxLength = config.data().maxLength();
    if (config.text().joint()) {
      List<String> both = new ArrayList<>(sources);
      both.addAll(targets);
      Language shared = Language.fit(config.text(), both);
      return new Languages(shared, shared, maxLength);
    }
    return new Languages(
        Language.fit(config.text(), sources), Language.fit(config.text(), targets), maxLength);
  }

  void save(Path folder) throws IOException {
    if (source == target) {
      source.save(folder, JOINT);
    } else {
      source.save(folder, TranslateApp.SOURCE);
      target.save(folder, TranslateApp.TARGET);
    }
  }

  static Languages load(Path folder, TranslateConfig config) {
    int maxLength = config.data().maxLength();
    try {
      if (config.text().joint()) {
        Language shared = Language.load(folder, JOINT, config.text());
        return new Languages(shared, shared, maxLength);
      }
      return new Languages(
          Language.load(folder, TranslateApp.SOURCE, config.text()),
          Language.load(folder, TranslateApp.TARGET, config.text()),
          maxLength);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NetWriter writer(Net net) {
    return new NetWriter(net, TranslateApp.TARGET, target.vocabulary().size());
  }

  EncodedPairs encode(List<SentencePair> pairs) {
    return EncodedPairs.of(pairs, source, target, maxLength);
  }

  EncodedPairs encodeSources(List<String> sentences) {
    return EncodedPairs.untranslated(sentences, source, target, maxLength);
  }
}
