package org.unroll.apps.sentiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.app.Prediction;
import org.unroll.core.data.Classes;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Derived;
import org.unroll.datasets.labelled.OneClass;
import org.unroll.datasets.labelled.Outcome;
import org.unroll.datasets.labelled.SeveralLabels;
import org.unroll.datasets.ngrams.Ngrams;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.TextEncoder;
import org.unroll.datasets.text.TextInput;
import org.unroll.datasets.text.Tokenizer;
import org.unroll.datasets.text.Vocabulary;

/**
 * What is learnt from the training texts beside the net. Immutable.
 *
 * @param ngrams the linear model of a graph that reads it, once it is fitted
 */
record FittedText<O extends Prediction>(
    TextEncoder encoder, Outcome<O> outcome, Optional<Ngrams> ngrams) {
  private static final String VOCABULARY = "vocabulary.json";
  private static final String NGRAMS = "ngrams.json";

  static FittedText<?> fit(SentimentConfig config, List<LabelledText> training, DataAccess access) {
    Outcome<?> outcome = outcome(config, training, access);
    Vocabulary vocabulary =
        Vocabulary.fit(
            tokens(Derived.of(training, LabelledText::input), config.text().tokenizer()),
            config.text().minCount(),
            config.text().maxSize());
    return new FittedText<>(encoder(config, vocabulary), outcome, Optional.empty());
  }

  FittedText<O> with(Ngrams model) {
    return new FittedText<>(encoder, outcome, Optional.of(model));
  }

  /** What is said of a text. */
  static Outcome<?> outcome(
      SentimentConfig config, List<LabelledText> training, DataAccess access) {
    return config.severalLabels()
        ? SeveralLabels.fit(training, "texts", config.data().labels(), access.notices())
        : OneClass.fit(training, "texts", config.data().labels());
  }

  private static TextEncoder encoder(SentimentConfig config, Vocabulary vocabulary) {
    return new TextEncoder(
        config.text().tokenizer(), vocabulary, config.data().maxLength(), config.data().keep());
  }

  /** Writes what is not the outcome, which its task writes. */
  void save(Path folder) throws IOException {
    encoder.vocabulary().save(folder.resolve(VOCABULARY));
    if (ngrams.isPresent()) {
      ngrams.get().save(folder.resolve(NGRAMS));
    }
  }

  static FittedText<?> load(Path folder, SentimentConfig config) {
    try {
      Vocabulary vocabulary = Vocabulary.load(folder.resolve(VOCABULARY));
      Classes classes = Classes.load(folder);
      Outcome<?> outcome =
          config.severalLabels()
              ? new SeveralLabels(classes, config.data().labels())
              : new OneClass(classes);
      Path saved = folder.resolve(NGRAMS);
      Optional<Ngrams> ngrams =
          Files.exists(saved) ? Optional.of(Ngrams.load(saved)) : Optional.empty();
      return new FittedText<>(encoder(config, vocabulary), outcome, ngrams);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of each text. */
  List<List<String>> tokens(List<TextInput> texts) {
    return tokens(texts, encoder.tokenizer());
  }

  private static List<List<String>> tokens(List<TextInput> texts, Tokenizer tokenizer) {
    return Derived.of(texts, text -> tokenizer.tokenize(text.text()));
  }

  /** The word numbers of each text, of its words. */
  List<int[]> numbers(List<List<String>> tokens) {
    return Derived.of(tokens, encoder::encode);
  }
}
