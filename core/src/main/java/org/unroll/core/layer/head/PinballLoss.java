package org.unroll.core.layer.head;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.array.TimeMajor;

/**
 * The quantile loss (Koenker &amp; Bassett 1978): with e = y - q the loss of level p is p e where e
 * is positive and (p - 1) e elsewhere. The mean over targets and levels, the sum over rows, as
 * DL4J's squared error. Labels {@code [rows, targets]}, outputs {@code [rows, targets * levels]}
 * with the levels of a target side by side; the activation is the identity. Immutable.
 */
public final class PinballLoss implements ILossFunction {
  private static final long serialVersionUID = 1;

  @JsonProperty private final double[] levels;

  /**
   * @param levels each between 0 and 1
   */
  public PinballLoss(@JsonProperty("levels") double[] levels) {
    this.levels = levels.clone();
  }

  @Override
  public double computeScore(
      INDArray labels, INDArray output, IActivation activation, INDArray mask, boolean average) {
    double sum = computeScoreArray(labels, output, activation, mask).sumNumber().doubleValue();
    return average ? sum / output.size(0) : sum;
  }

  /** {@code [rows, 1]}. */
  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray output, IActivation activation, INDArray mask) {
    INDArray errors = errors(labels, output); // [rows, targets * levels]
    INDArray scores = slopes(errors).muli(errors).negi().sum(true, 1); // [rows, 1]
    return masked(scores.divi(output.size(1)), mask);
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray output, IActivation activation, INDArray mask) {
    return masked(slopes(errors(labels, output)).divi(output.size(1)), mask);
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels, INDArray output, IActivation activation, INDArray mask, boolean average) {
    return new Pair<>(
        computeScore(labels, output, activation, mask, average),
        computeGradient(labels, output, activation, mask));
  }

  private INDArray errors(INDArray labels, INDArray output) {
    if (output.size(1) != labels.size(1) * levels.length) {
      throw new IllegalArgumentException(
          "%d outputs for %d targets of %d levels"
              .formatted(output.size(1), labels.size(1), levels.length));
    }
    INDArray typed = labels.castTo(output.dataType()); // [rows, targets]
    INDArray errors = Nd4j.createUninitialized(output.dataType(), output.shape());
    for (int i = 0; i < levels.length; i++) {
      level(errors, i).assign(typed);
    }
    return errors.subi(output);
  }

  /** The loss's derivatives by the outputs: 1 - p where the error is negative, else -p. */
  private INDArray slopes(INDArray errors) {
    INDArray slopes = errors.lt(0).castTo(errors.dataType()); // [rows, targets * levels]
    for (int i = 0; i < levels.length; i++) {
      level(slopes, i).subi(levels[i]);
    }
    return slopes;
  }

  /** The view {@code [rows, targets]} of one level. */
  private INDArray level(INDArray all, int index) {
    return new LevelAxis(all, levels.length)
        .level(index)
        .reshape(all.size(0), all.size(1) / levels.length);
  }

  private static INDArray masked(INDArray rows, INDArray mask) {
    if (mask != null) {
      TimeMajor.clearMasked(rows, mask);
    }
    return rows;
  }

  @Override
  public String name() {
    return toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PinballLoss that && Arrays.equals(levels, that.levels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(levels);
  }

  @Override
  public String toString() {
    return "PinballLoss" + Arrays.toString(levels);
  }
}
