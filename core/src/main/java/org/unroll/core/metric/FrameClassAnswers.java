package org.unroll.core.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Classes of the frames of videos.
 *
 * @param classes in the order of their numbers
 * @param background the one that makes no segments; empty if there is none
 * @param truth {@code [video][frame]}, class numbers from 0 or {@link FrameClassification#NONE}
 * @param probabilities {@code [video][frame][class]}
 */
public record FrameClassAnswers(
    List<String> classes, String background, int[][] truth, double[][][] probabilities)
    implements Answers {

  @Override
  public Evaluation score() {
    Optional<String> known = Optional.of(background).filter(classes::contains);
    return FrameClassification.evaluate(truth, probabilities, new FrameClasses(classes, known));
  }

  @Override
  public Answers and(Answers more) {
    if (!(more instanceof FrameClassAnswers other)) {
      throw new IllegalArgumentException("answers of two kinds");
    }
    ClassUnion union = new ClassUnion(classes, other.classes);
    int before = truth.length;
    int[][] numbers = Arrays.copyOf(truth, before + other.truth.length);
    double[][][] rows = new double[numbers.length][][];
    for (int i = 0; i < before; i++) {
      rows[i] = Arrays.stream(probabilities[i]).map(union::widened).toArray(double[][]::new);
    }
    for (int i = before; i < rows.length; i++) {
      numbers[i] = Arrays.stream(other.truth[i - before]).map(union::number).toArray();
      double[][] second = other.probabilities[i - before];
      rows[i] = Arrays.stream(second).map(union::ofSecond).toArray(double[][]::new);
    }
    String either = background.isEmpty() ? other.background : background;
    return new FrameClassAnswers(union.names(), either, numbers, rows);
  }
}
