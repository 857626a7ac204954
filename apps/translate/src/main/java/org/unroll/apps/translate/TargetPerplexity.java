package org.unroll.apps.translate;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.datasets.pair.EncodedPairs;
import org.unroll.datasets.pair.PairBatches;

/** How surprised a net is by given translations. */
final class TargetPerplexity {
  private static final int BATCH = 32;

  /** A probability of 0 would make all others count for nothing. */
  private static final double LEAST = 1e-10;

  private TargetPerplexity() {}

  /** e to the mean −ln of the probability of each word, the end among them. */
  static double of(ComputationGraph graph, EncodedPairs pairs) {
    PairBatches batches = PairBatches.shuffled(pairs, BATCH, 0, true);
    double sum = 0;
    long words = 0;
    for (int n = 0; n < batches.size(); n++) {
      MultiDataSet data = batches.get(0, n).data();
      INDArray output = // [batch, words, tt]
          graph.output(false, data.getFeatures(), data.getFeaturesMaskArrays())[0];
      int[][] labels = data.getLabels(0).reshape(output.size(0), output.size(2)).toIntMatrix();
      int[][] mask = data.getLabelsMaskArray(0).toIntMatrix();
      for (int row = 0; row < labels.length; row++) {
        for (int t = 0; t < labels[row].length && mask[row][t] == 1; t++) {
          sum -= Math.log(Math.max(LEAST, output.getDouble(row, labels[row][t], t)));
          words++;
        }
      }
    }
    return Math.exp(sum / words);
  }
}
