package org.unroll.core.inspect;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.engine.BatchCut;
import org.unroll.core.layer.array.StepMask;

/**
 * The part of a batch that is looked at: its first examples, and of sequences that all have the
 * same steps the first {@value #STEPS} of them.
 */
record InspectedBatch(MultiDataSet data) {
  static final int STEPS = 256;

  static InspectedBatch of(MultiDataSet whole, int examples) {
    long rows = Math.min(examples, whole.getFeatures(0).size(0));
    MultiDataSet first = BatchCut.of(whole, array -> array.get(until(rows)).dup('c'));
    OptionalLong steps = commonSteps(first);
    return new InspectedBatch(
        steps.isPresent() && steps.getAsLong() > STEPS
            ? BatchCut.of(first, cut(steps.getAsLong()))
            : first);
  }

  private static INDArrayIndex until(long end) {
    return NDArrayIndex.interval(0, end);
  }

  /** Of all features, and of labels if there is one a step; empty if there are no such. */
  private static OptionalLong commonSteps(MultiDataSet batch) {
    OptionalLong common = OptionalLong.empty();
    for (int i = 0; i < batch.getFeatures().length; i++) {
      OptionalLong steps = steps(batch.getFeatures(i), mask(batch.getFeaturesMaskArrays(), i));
      if (steps.isEmpty() || common.isPresent() && !common.equals(steps)) {
        return OptionalLong.empty();
      }
      common = steps;
    }
    INDArray labels = batch.getLabels(0); // [b, k] or [b, k, t]
    boolean others = labels.rank() == 3 && labels.size(2) != common.orElse(-1);
    return others ? OptionalLong.empty() : common;
  }

  /** Of an array {@code [b, k, t]} or, with a mask, {@code [b, t]} of word numbers. */
  private static OptionalLong steps(INDArray array, Optional<INDArray> mask) {
    if (array.rank() == 3) {
      return OptionalLong.of(array.size(2));
    }
    boolean words = array.rank() == 2 && mask.isPresent() && mask.get().equalShapes(array);
    return words ? OptionalLong.of(array.size(1)) : OptionalLong.empty();
  }

  /** Labels of examples {@code [b, k]} and their masks are told from words by their width. */
  private static UnaryOperator<INDArray> cut(long steps) {
    return array -> {
      if (array.rank() == 3) {
        return array.get(NDArrayIndex.all(), NDArrayIndex.all(), until(STEPS)).dup('c');
      }
      return array.size(1) == steps ? array.get(NDArrayIndex.all(), until(STEPS)).dup('c') : array;
    };
  }

  private static Optional<INDArray> mask(INDArray[] masks, int index) {
    return masks == null ? Optional.empty() : Optional.ofNullable(masks[index]);
  }

  int examples() {
    return (int) data.getFeatures(0).size(0);
  }

  /** Whether there is a label a step. */
  boolean hasLabelsByStep() {
    return data.getLabels(0).rank() == 3;
  }

  /** Which label steps count; asked for only if there are such. */
  private StepMask labelMask() {
    INDArray labels = data.getLabels(0); // [b, k, t]
    Optional<INDArray> mask = mask(data.getLabelsMaskArrays(), 0); // [b, t]
    return StepMask.of(mask, labels.size(0), labels.size(2));
  }

  /**
   * The mask of the labels that leaves one of each example: the last that counts, or the first.
   *
   * @return {@code [b, t]}
   */
  INDArray oneLabel(boolean last) {
    StepMask counts = labelMask();
    float[][] mask = new float[counts.batch()][counts.time()];
    for (int example = 0; example < mask.length; example++) {
      if (counts.length(example) > 0) {
        mask[example][last ? counts.lastStep(example) : firstStep(counts, example)] = 1;
      }
    }
    return Nd4j.createFromArray(mask);
  }

  private static int firstStep(StepMask counts, int example) {
    int step = 0;
    while (!counts.counts(example, step)) {
      step++;
    }
    return step;
  }
}
