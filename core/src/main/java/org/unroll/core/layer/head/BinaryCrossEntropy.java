package org.unroll.core.layer.head;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.array.Doubles;

/**
 * The cross-entropy of labels of which any number holds, with p the sigmoid of a logit: a label y
 * costs -(w y ln p + (1 - y) ln(1 - p)). A row costs the mean over its labels, so that rows and
 * steps averaged give what PyTorch's BCEWithLogitsLoss gives by default, with w its {@code
 * pos_weight}. Smoothed, y becomes (1 - s) y + s / 2, as in Keras. DL4J's own takes logarithms of
 * probabilities, which are cut off, and has no smoothing.
 *
 * <p>Labels are 0 or 1, or in between, {@code [r, labels]} as the logits; the activation is the
 * sigmoid. Immutable.
 */
public final class BinaryCrossEntropy implements ILossFunction {
  private static final long serialVersionUID = 1;

  @JsonProperty private final double[] positiveWeights;
  @JsonProperty private final double labelSmoothing;

  /**
   * @param positiveWeights what a label that holds counts beside one that does not: one for each
   *     label, one for all, or none for 1
   * @param labelSmoothing from 0 to less than 1
   */
  public BinaryCrossEntropy(
      @JsonProperty("positiveWeights") double[] positiveWeights,
      @JsonProperty("labelSmoothing") double labelSmoothing) {
    this.positiveWeights = positiveWeights.clone();
    this.labelSmoothing = labelSmoothing;
  }

  private LabelRows rows(INDArray labels, INDArray logits, INDArray mask) {
    if (!Arrays.equals(labels.shape(), logits.shape())) {
      throw new IllegalArgumentException(
          "labels %s for logits %s: expected a 0 or 1 for each label"
              .formatted(Arrays.toString(labels.shape()), Arrays.toString(logits.shape())));
    }
    double[] weights = positiveWeights;
    if (weights.length < 2) {
      weights = new double[(int) logits.size(1)];
      Arrays.fill(weights, positiveWeights.length == 0 ? 1 : positiveWeights[0]);
    }
    return new LabelRows(weights, labelSmoothing, labels, logits, Optional.ofNullable(mask));
  }

  @Override
  public double computeScore(
      INDArray labels, INDArray logits, IActivation activation, INDArray mask, boolean average) {
    double sum = rows(labels, logits, mask).sum();
    return average ? sum / logits.size(0) : sum;
  }

  /** {@code [r, 1]}. */
  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
    double[] losses = rows(labels, logits, mask).losses();
    return Nd4j.createFromArray(losses).reshape(losses.length, 1).castTo(logits.dataType());
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
    INDArray gradient = Nd4j.createUninitialized(logits.dataType(), logits.shape(), 'c');
    Doubles.write(rows(labels, logits, mask).gradient(), gradient);
    return gradient;
  }

  /** In one pass, which overwrites the logits. */
  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels, INDArray logits, IActivation activation, INDArray mask, boolean average) {
    LabelRows rows = rows(labels, logits, mask);
    Doubles.write(rows.gradient(), logits);
    return new Pair<>(average ? rows.sum() / logits.size(0) : rows.sum(), logits);
  }

  @Override
  public String name() {
    return toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinaryCrossEntropy that
        && labelSmoothing == that.labelSmoothing
        && Arrays.equals(positiveWeights, that.positiveWeights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(positiveWeights) + Double.hashCode(labelSmoothing);
  }

  @Override
  public String toString() {
    return "BinaryCrossEntropy(positiveWeights=%s, labelSmoothing=%s)"
        .formatted(Arrays.toString(positiveWeights), labelSmoothing);
  }
}
