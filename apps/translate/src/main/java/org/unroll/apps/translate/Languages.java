package org.unroll.apps.translate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.app.Net;
import org.unroll.core.app.NetWriter;
import org.unroll.core.data.Derived;
import org.unroll.core.data.ListView;
import org.unroll.core.data.Progress;
import org.unroll.datasets.pair.EncodedPairs;
import org.unroll.datasets.text.Language;
import org.unroll.datasets.text.SentenceForm;
import org.unroll.datasets.text.SentencePair;

/**
 * What is learnt from the training sentences beside the net: subwords and vocabularies. Immutable.
 *
 * @param maxLength words read and written of a sentence
 * @param look of the sentences to translate, if it is known
 */
record Languages(Language source, Language target, int maxLength, Optional<TrainedLook> look) {
  private static final String JOINT = "joint";

  static Languages fit(TranslateConfig config, List<SentencePair> training, Progress progress) {
    List<String> sources = Derived.of(training, SentencePair::source);
    List<String> targets = Derived.of(training, SentencePair::target);
    int maxLength = config.data().maxLength();
    if (config.text().pieces().joint()) {
      List<String> both = ListView.joined(List.of(sources, targets));
      Language shared = Language.fit(config.text().pieces(), both, progress);
      return looked(shared, shared, maxLength, sources);
    }
    return looked(
        Language.fit(config.text().pieces(), sources, progress),
        Language.fit(config.text().pieces(), targets, progress),
        maxLength,
        sources);
  }

  private static Languages looked(
      Language source, Language target, int maxLength, List<String> sources) {
    return new Languages(source, target, maxLength, Optional.of(TrainedLook.of(sources, source)));
  }

  void save(Path folder) throws IOException {
    if (look.isPresent()) {
      look.get().save(folder);
    }
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
      if (config.text().pieces().joint()) {
        Language shared = Language.load(folder, JOINT, config.text().pieces());
        return new Languages(shared, shared, maxLength, TrainedLook.load(folder));
      }
      return new Languages(
          Language.load(folder, TranslateApp.SOURCE, config.text().pieces()),
          Language.load(folder, TranslateApp.TARGET, config.text().pieces()),
          maxLength,
          TrainedLook.load(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sentences as the config wants them, and as the net knows quotes. */
  List<String> formed(SentenceForm form, List<String> sentences) {
    boolean escaped = look.filter(TrainedLook::isEscaped).isPresent();
    return sentences.stream().map(sentence -> form.of(sentence, escaped)).toList();
  }

  /** In what sentences look otherwise than those of the training. */
  List<String> differences(List<String> sentences) {
    return look.map(known -> known.differences(TrainedLook.of(sentences, source)))
        .orElse(List.of());
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
