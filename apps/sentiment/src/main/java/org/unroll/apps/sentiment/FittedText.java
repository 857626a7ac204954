package org.unroll.apps.sentiment;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.datasets.labelled.EncodedTexts;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.TextEncoder;
import org.unroll.datasets.text.Vocabulary;

/**
 * What is learnt from the training texts beside the net: vocabulary and class names. Immutable.
 *
 * @param classes in the order of the head's units
 */
record FittedText(TextEncoder encoder, List<String> classes) {
  private static final String VOCABULARY = "vocabulary.txt";
  private static final String CLASSES = "classes.json";

  static FittedText fit(SentimentConfig config, List<LabelledText> training) {
    List<String> classes = EncodedTexts.classes(training);
    if (classes.size() < 2) {
      throw new UserError(
          "the training texts have one class only ('"
              + classes.get(0)
              + "'): expected at least two; check data.columns.label");
    }
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
    Json.MAPPER.writeValue(folder.resolve(CLASSES).toFile(), classes);
  }

  static FittedText load(Path folder, SentimentConfig config) {
    try {
      Vocabulary vocabulary = Vocabulary.load(folder.resolve(VOCABULARY));
      List<String> classes =
          Json.MAPPER.readValue(folder.resolve(CLASSES).toFile(), new TypeReference<>() {});
      return new FittedText(encoder(config, vocabulary), classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EncodedTexts encode(List<LabelledText> texts) {
    return EncodedTexts.of(texts, encoder, classes);
  }
}
