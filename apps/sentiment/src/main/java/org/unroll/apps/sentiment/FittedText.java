package org.unroll.apps.sentiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.data.Classes;
import org.unroll.datasets.labelled.EncodedTexts;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.TextEncoder;
import org.unroll.datasets.text.Vocabulary;

/** What is learnt from the training texts beside the net. Immutable. */
record FittedText(TextEncoder encoder, Classes classes) {
  private static final String VOCABULARY = "vocabulary.json";

  static FittedText fit(SentimentConfig config, List<LabelledText> training) {
    Classes classes = Classes.fit(training, "texts");
    List<List<String>> tokens = new ArrayList<>();
    for (LabelledText text : training) {
      tokens.add(config.text().tokenizer().tokenize(text.text()));
    }
    Vocabulary vocabulary =
        Vocabulary.fit(tokens, config.text().minCount(), config.text().maxSize());
    return new FittedText(encoder(config, vocabulary), classes);
  }

  private static TextEncoder encoder(SentimentConfig config, Vocabulary vocabulary) {
    return new TextEncoder(
        config.text().tokenizer(), vocabulary, config.data().maxLength(), config.data().keep());
  }

  void save(Path folder) throws IOException {
    encoder.vocabulary().save(folder.resolve(VOCABULARY));
    classes.save(folder);
  }

  static FittedText load(Path folder, SentimentConfig config) {
    try {
      Vocabulary vocabulary = Vocabulary.load(folder.resolve(VOCABULARY));
      return new FittedText(encoder(config, vocabulary), Classes.load(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EncodedTexts encode(List<LabelledText> texts) {
    return EncodedTexts.of(texts, encoder, classes);
  }
}
