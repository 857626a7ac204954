package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unroll.datasets.labelled.NaiveBayes;
import org.unroll.datasets.sample.ReviewWriter.Part;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.Tokenizer;
import org.unroll.datasets.text.Vocabulary;

class SentimentSampleTest {
  private static final Splits<LabelledText> SPLITS = SentimentSample.splits(42);

  @Test
  void isAFunctionOfTheSeed() {
    assertThat(SentimentSample.splits(42)).isEqualTo(SPLITS);
    assertThat(SentimentSample.splits(43).test()).isNotEqualTo(SPLITS.test());
  }

  @Test
  void splitsAreBalancedAndShareNoText() {
    assertThat(SPLITS.train()).hasSize(4_000);
    assertThat(SPLITS.validation()).hasSize(500);
    assertThat(SPLITS.test()).hasSize(1_000);
    Set<String> texts = new HashSet<>();
    for (List<LabelledText> split : List.of(SPLITS.train(), SPLITS.validation(), SPLITS.test())) {
      split.forEach(text -> texts.add(text.text()));
      assertThat(split.stream().filter(text -> text.label().equals("positive")).count() * 2)
          .isEqualTo(split.size());
    }
    assertThat(texts).hasSize(5_500);
  }

  @Test
  void noFrameOfATestReviewOccursInTraining() {
    Set<String> train = frames(Part.TRAIN, 4_000);
    Set<String> validation = frames(Part.VALIDATION, 500);
    Set<String> test = frames(Part.TEST, 1_000);
    assertThat(train).hasSizeGreaterThan(200).doesNotContainAnyElementsOf(test);
    assertThat(train).doesNotContainAnyElementsOf(validation);
    assertThat(validation).doesNotContainAnyElementsOf(test);
  }

  @Test
  void everyWordOfTheTestSplitOccursInTraining() {
    Vocabulary vocabulary = Vocabulary.fit(tokens(SPLITS.train()), 2, OptionalInt.empty());
    for (List<String> text : tokens(SPLITS.test())) {
      assertThat(vocabulary.numbers(text)).as(String.join(" ", text)).doesNotContain(1);
    }
    assertThat(vocabulary.size()).isBetween(150, 400);
  }

  @Test
  void countingWordsAndPairsHelpsLittle() {
    NaiveBayes bayes = NaiveBayes.fit(tokens(SPLITS.train()), labels(SPLITS.train()), 2);
    int[] labels = labels(SPLITS.test());
    List<List<String>> texts = tokens(SPLITS.test());
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += bayes.classify(texts.get(i)) == labels[i] ? 1 : 0;
    }
    assertThat(right / 1_000.0).isBetween(0.4, 0.8);
  }

  @Test
  void reviewsAreWellWritten() {
    for (LabelledText text : SPLITS.train()) {
      assertThat(text.text())
          .matches("[A-Z].*[.?]")
          .doesNotContain("  ", " a awful", " an superb", ". the", ". i ", " i ", "null");
    }
  }

  private static Set<String> frames(Part part, int count) {
    Set<String> frames = new HashSet<>();
    for (Review review : SentimentSample.reviews(part, count, 42)) {
      frames.addAll(review.frames());
    }
    return frames;
  }

  private static List<List<String>> tokens(List<LabelledText> split) {
    List<List<String>> tokens = new ArrayList<>();
    for (LabelledText text : split) {
      tokens.add(Tokenizer.WORD.tokenize(text.text()));
    }
    return tokens;
  }

  private static int[] labels(List<LabelledText> split) {
    return split.stream().mapToInt(text -> text.label().equals("positive") ? 1 : 0).toArray();
  }
}
