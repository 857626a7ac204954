package org.unroll.core.tiny;

import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;

/** Streams with a pulse a step, labelled with the feature of a pulse before the batch. */
record PulseStream(MultiDataSet all) implements Batches {
  private static final int ROWS = 4;
  private static final int LENGTH = 5;
  private static final int BATCHES = 6;
  private static final int TIME = BATCHES * LENGTH;

  static PulseStream generate(long seed) {
    INDArray features = Nd4j.zeros(ROWS, 2, TIME); // [batch, size, time]
    INDArray labels = Nd4j.zeros(ROWS, 2, TIME); // [batch, classes, time]
    Random random = new Random(seed);
    for (int b = 0; b < ROWS; b++) {
      for (int t = 0; t < TIME; t++) {
        int feature = random.nextInt(2);
        features.putScalar(b, feature, t, 1);
        labels.putScalar(b, feature, (t + LENGTH) % TIME, 1);
      }
    }
    return new PulseStream(new MultiDataSet(features, labels));
  }

  @Override
  public int size() {
    return BATCHES;
  }

  @Override
  public int examples() {
    return BATCHES * ROWS;
  }

  @Override
  public Batch get(int epoch, int n) {
    MultiDataSet part = new MultiDataSet(cut(all.getFeatures(0), n), cut(all.getLabels(0), n));
    return new Batch(part, IntStream.range(n * ROWS, (n + 1) * ROWS).toArray(), n > 0);
  }

  private static INDArray cut(INDArray array, int n) {
    return array
        .get(
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.interval(n * LENGTH, (n + 1) * LENGTH))
        .dup('c');
  }
}
