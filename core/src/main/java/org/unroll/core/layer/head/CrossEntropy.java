package org.unroll.core.layer.head;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.array.Floats;

/**
 * Multi-class cross-entropy with class weights and label smoothing: the label of class c becomes (1
 * - s) y_c + s / classes (Szegedy et al. 2016, section 7), and its term of the loss is times the
 * class's weight, as in PyTorch. DL4J's own has weights only. Labels are class numbers, {@code [r,
 * 1]} for logits {@code [r, classes]}: one-hot labels of a large vocabulary would be as large as
 * the logits. Immutable.
 */
public final class CrossEntropy implements ILossFunction {
  private static final long serialVersionUID = 1;

  @JsonProperty private final double[] classWeights;
  @JsonProperty private final double labelSmoothing;

  /**
   * @param classWeights one for each class, or none for 1 each
   * @param labelSmoothing from 0 to less than 1
   */
  public CrossEntropy(
      @JsonProperty("classWeights") double[] classWeights,
      @JsonProperty("labelSmoothing") double labelSmoothing) {
    this.classWeights = classWeights.clone();
    this.labelSmoothing = labelSmoothing;
  }

  @Override
  public double computeScore(
      INDArray labels, INDArray logits, IActivation activation, INDArray mask, boolean average) {
    return loss(logits)
        .computeScore(distributions(labels, logits), logits, activation, mask, average);
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
    return loss(logits).computeScoreArray(distributions(labels, logits), logits, activation, mask);
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
    if (mask != null && mask.length() == 1) {
      // One example of one step: DL4J takes the mask [1, 1] for one per class, and refuses.
      return computeGradient(labels, logits, activation, null).muli(mask.getDouble(0));
    }
    return loss(logits).computeGradient(distributions(labels, logits), logits, activation, mask);
  }

  /** For class numbers in single precision on the CPU one pass, which overwrites the logits. */
  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels, INDArray logits, IActivation activation, INDArray mask, boolean average) {
    if (Floats.areIn(logits) && labels.size(1) == 1 && !average) {
      ClassRows rows = new ClassRows(classWeights, labelSmoothing, logits);
      return new Pair<>(rows.toGradient(labels, Optional.ofNullable(mask)), logits);
    }
    return new Pair<>(
        computeScore(labels, logits, activation, mask, average),
        computeGradient(labels, logits, activation, mask));
  }

  private LossMCXENT loss(INDArray logits) {
    if (classWeights.length == 0) {
      return new LossMCXENT();
    }
    INDArray weights = Nd4j.createFromArray(new double[][] {classWeights}); // [1, classes]
    return new LossMCXENT(weights.castTo(logits.dataType()));
  }

  /** Smoothed, {@code [r, classes]}. */
  private INDArray distributions(INDArray labels, INDArray logits) {
    INDArray typed = labels.castTo(logits.dataType());
    INDArray all = labels.size(1) == 1 ? oneHot(typed, logits) : typed; // [r, classes]
    return labelSmoothing == 0
        ? all
        : all.mul(1 - labelSmoothing).addi(labelSmoothing / logits.size(1));
  }

  private static INDArray oneHot(INDArray labels, INDArray logits) {
    INDArray all = Nd4j.zeros(logits.dataType(), logits.shape()); // [r, classes]
    int[] classes = labels.toIntVector();
    for (int row = 0; row < classes.length; row++) {
      all.putScalar(row, classes[row], 1);
    }
    return all;
  }

  @Override
  public String name() {
    return toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CrossEntropy that
        && labelSmoothing == that.labelSmoothing
        && Arrays.equals(classWeights, that.classWeights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(classWeights) + Double.hashCode(labelSmoothing);
  }

  @Override
  public String toString() {
    return "CrossEntropy(classWeights=%s, labelSmoothing=%s)"
        .formatted(Arrays.toString(classWeights), labelSmoothing);
  }
}
