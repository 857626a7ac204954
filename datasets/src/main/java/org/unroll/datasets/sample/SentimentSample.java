package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.LabelledText;

/**
 * Generated short reviews of films, restaurants, books and laptops, positive or negative. The
 * verdict hangs on the order of words: denials, contrasts in which one clause concedes,
 * comparisons, questions with their answer. Reviews come in twins of the opposite verdict, most of
 * them made of the same words, so that counting words or pairs of words helps little. Constructions
 * that meet in a validation or test sentence never meet in a training sentence; each of them alone
 * does occur there.
 */
public final class SentimentSample {
  /** The class names. */
  public static final String NEGATIVE = "negative";

  public static final String POSITIVE = "positive";

  private static final int TRAIN = 4_000;
  private static final int VALIDATION = 500;
  private static final int TEST = 1_000;

  private SentimentSample() {}

  /** The sample's splits: 4,000 / 500 / 1,000 distinct reviews, half of each positive. */
  public static Splits<LabelledText> splits(long seed) {
    return new Splits<>(
        texts(reviews(ReviewWriter.Part.TRAIN, TRAIN, seed)),
        texts(reviews(ReviewWriter.Part.VALIDATION, VALIDATION, seed)),
        texts(reviews(ReviewWriter.Part.TEST, TEST, seed)));
  }

  /** Distinct reviews in shuffled order, half of them positive. */
  static List<Review> reviews(ReviewWriter.Part part, int count, long seed) {
    ReviewWriter writer = new ReviewWriter(part, seed);
    List<Review> reviews = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (reviews.size() < count) {
      List<Review> twins = writer.twins();
      if (twins.stream().noneMatch(review -> seen.contains(review.text()))) {
        twins.forEach(review -> seen.add(review.text()));
        reviews.addAll(twins);
      }
    }
    Collections.shuffle(reviews, new Random(seed));
    return reviews;
  }

  private static List<LabelledText> texts(List<Review> reviews) {
    List<LabelledText> texts = new ArrayList<>();
    for (Review review : reviews) {
      String label = review.positive() ? POSITIVE : NEGATIVE;
      texts.add(new LabelledText(review.text(), label, new Origin("sample", texts.size() + 1)));
    }
    return texts;
  }
}
