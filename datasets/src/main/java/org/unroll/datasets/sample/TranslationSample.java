package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Split;
import org.unroll.datasets.sample.TranslationGrammar.Sentence;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.SentencePair;

/**
 * Generated English sentences with their French translations: gender and number agreement, also
 * over a distance, adjectives before and after the noun, negation, questions, relative clauses,
 * elision. A pattern is a sentence without its nouns, adjectives, verbs and prepositions; a pattern
 * of a validation or test sentence occurs in no training sentence. A third each has at most 6, 7 to
 * 12, and more English words, the final mark counted. Lower-cased and tokenised.
 */
public final class TranslationSample {
  private static final int TRAIN = 12_000;
  private static final int VALIDATION = 600;
  private static final int TEST = 900;

  /** Fewest and most English words of each kind of sentence. */
  private static final int[][] LENGTHS = {{3, 6}, {7, 12}, {13, 24}};

  private TranslationSample() {}

  /** The sample's splits: 12,000 / 600 / 900 pairs of distinct English sentences. */
  public static Splits<SentencePair> splits(long seed) {
    return new Splits<>(
        pairs(sentences(Split.TRAIN, TRAIN, seed)),
        pairs(sentences(Split.VALIDATION, VALIDATION, seed)),
        pairs(sentences(Split.TEST, TEST, seed)));
  }

  /** Distinct sentences in shuffled order. */
  static List<Sentence> sentences(Split part, int count, long seed) {
    Random random = new Random(31 * seed + part.ordinal());
    TranslationGrammar grammar = new TranslationGrammar(random);
    List<Sentence> sentences = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      int kind = i % LENGTHS.length;
      Sentence sentence = grammar.sentence(kind);
      while (!fits(sentence, LENGTHS[kind], part) || !seen.add(sentence.english())) {
        sentence = grammar.sentence(kind);
      }
      sentences.add(sentence);
    }
    Collections.shuffle(sentences, random);
    return sentences;
  }

  private static boolean fits(Sentence sentence, int[] lengths, Split part) {
    int words = sentence.english().size();
    return words >= lengths[0]
        && words <= lengths[1]
        && PatternSplit.of(sentence.pattern()) == part;
  }

  private static List<SentencePair> pairs(List<Sentence> sentences) {
    List<SentencePair> pairs = new ArrayList<>();
    for (Sentence sentence : sentences) {
      pairs.add(
          new SentencePair(
              String.join(" ", sentence.english()),
              String.join(" ", sentence.french()),
              new Origin("sample", pairs.size() + 1)));
    }
    return pairs;
  }
}
