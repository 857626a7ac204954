package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Truncated back-propagation through time (Williams &amp; Peng 1990): a batch is cut along time,
 * each section is a step of its own, and the recurrent layers start where the one before ended. All
 * inputs are sequences then.
 */
final class Truncation {
  private Truncation() {}

  /** How many sections there are of a batch, or of any part of it. */
  static int count(ComputationGraph graph, MultiDataSet batch) {
    if (graph.getConfiguration().getBackpropType() != BackpropType.TruncatedBPTT) {
      return 1;
    }
    long length = graph.getConfiguration().getTbpttFwdLength();
    return (int) ((batch.getLabels(0).size(2) + length - 1) / length);
  }

  /** The batch itself, or its sections in their order. */
  static List<MultiDataSet> sections(ComputationGraph graph, MultiDataSet batch) {
    if (graph.getConfiguration().getBackpropType() != BackpropType.TruncatedBPTT) {
      return List.of(batch);
    }
    long time = batch.getLabels(0).size(2);
    long length = graph.getConfiguration().getTbpttFwdLength();
    List<MultiDataSet> sections = new ArrayList<>();
    for (long from = 0; from < time; from += length) {
      INDArrayIndex steps = NDArrayIndex.interval(from, Math.min(time, from + length));
      sections.add(BatchCut.of(batch, array -> cut(array, steps)));
    }
    return sections;
  }

  /** An array {@code [b, k, t]} or, of word numbers and masks, {@code [b, t]}. */
  private static INDArray cut(INDArray array, INDArrayIndex steps) {
    return array.rank() == 3
        ? array.get(NDArrayIndex.all(), NDArrayIndex.all(), steps)
        : array.get(NDArrayIndex.all(), steps);
  }
}
