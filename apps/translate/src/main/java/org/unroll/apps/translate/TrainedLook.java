package org.unroll.apps.translate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.datasets.text.Language;
import org.unroll.datasets.text.SentenceForm;
import org.unroll.datasets.text.Tokenizer;
import org.unroll.datasets.text.Vocabulary;

/**
 * What sentences look like: by it a text is told that is written otherwise than what a net was
 * trained on, for which its translations are worth little.
 *
 * @param capitals share of sentences with a capital
 * @param attached share of those with marks whose marks follow words without a space
 * @param escaped share of those with a mark such as {@code &apos;}
 * @param unknown share of unknown pieces
 * @param pieces how many a word is cut into
 */
record TrainedLook(
    double capitals, double attached, double escaped, double unknown, double pieces) {
  private static final String FILE = "look.json";
  private static final double HARDLY = 0.05;
  private static final double OFTEN = 0.3;

  static TrainedLook of(List<String> sentences, Language language) {
    int capitals = 0;
    int marked = 0;
    int attached = 0;
    int escaped = 0;
    long unknown = 0;
    long pieces = 0;
    long words = 0;
    for (String sentence : sentences) {
      capitals += sentence.chars().anyMatch(Character::isUpperCase) ? 1 : 0;
      attached += SentenceForm.isAttached(sentence) ? 1 : 0;
      marked += SentenceForm.isAttached(sentence) || SentenceForm.isApart(sentence) ? 1 : 0;
      escaped += sentence.contains("&apos;") || sentence.contains("&quot;") ? 1 : 0;
      words += Tokenizer.WHITESPACE.tokenize(sentence).size();
      for (int number : language.encode(sentence)) {
        unknown += number == Vocabulary.UNKNOWN ? 1 : 0;
        pieces++;
      }
    }
    double all = Math.max(1, sentences.size());
    return new TrainedLook(
        capitals / all,
        attached / (double) Math.max(1, marked),
        escaped / all,
        unknown / (double) Math.max(1, pieces),
        pieces / (double) Math.max(1, words));
  }

  /** Whether quotes and apostrophes are escaped. */
  boolean isEscaped() {
    return escaped > 0;
  }

  /** In what sentences look otherwise, in a line each. */
  List<String> differences(TrainedLook asked) {
    List<String> told = new ArrayList<>();
    if (capitals < HARDLY && asked.capitals > OFTEN) {
      told.add(
          "the net was trained on lower-cased sentences, %.0f %% of these have capitals: -s text.lower-case=true takes them as they are"
              .formatted(100 * asked.capitals));
    }
    if (attached < HARDLY && asked.attached > OFTEN) {
      told.add(
          "the net was trained on sentences with spaces before marks, %.0f %% of these have none: -s text.tokenise=true takes them as they are"
              .formatted(100 * asked.attached));
    }
    if (asked.unknown > Math.max(0.1, 3 * unknown)) {
      told.add(
          "%.0f %% of the words are unknown to the net (%.0f %% in its training): are they of its language?"
              .formatted(100 * asked.unknown, 100 * unknown));
    } else if (asked.pieces > 1.6 * pieces) {
      told.add(
          "words are cut into %.1f pieces each (%.1f in the training): the net has hardly seen such ones"
              .formatted(asked.pieces, pieces));
    }
    return told;
  }

  void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
  }

  /** Empty if the run was trained before it was kept. */
  static Optional<TrainedLook> load(Path folder) {
    return Json.readIfThere(folder.resolve(FILE), TrainedLook.class);
  }
}
