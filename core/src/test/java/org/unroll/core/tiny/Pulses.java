package org.unroll.core.tiny;

import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.LengthBuckets;

/** Generated sequences of 4 to 8 steps with one pulse in each of two features. */
record Pulses(INDArray features, INDArray mask, INDArray labels, int poison, long seed)
    implements Batches {
  private static final int BATCH = 4;
  private static final int TIME = 8;

  static Pulses generate(TinyConfig config, long seed) {
    int examples = config.examples();
    INDArray features = Nd4j.zeros(examples, 2, TIME); // [batch, size, time]
    INDArray mask = Nd4j.zeros(examples, TIME); // [batch, time]
    INDArray labels = Nd4j.zeros(examples, 2); // [batch, classes]
    Random random = new Random(seed);
    for (int b = 0; b < examples; b++) {
      int length = 4 + random.nextInt(TIME - 3);
      int first = random.nextInt(2);
      features.putScalar(b, first, random.nextInt(2), 1);
      features.putScalar(b, 1 - first, 2 + random.nextInt(length - 2), 1);
      labels.putScalar(b, first, 1);
      for (int t = 0; t < length; t++) {
        mask.putScalar(b, t, 1);
      }
    }
    return new Pulses(features, mask, labels, config.poison(), seed);
  }

  @Override
  public int size() {
    return (examples() + BATCH - 1) / BATCH;
  }

  @Override
  public int examples() {
    return (int) features.size(0);
  }

  @Override
  public Batch get(int epoch, int n) {
    int[] rows = new LengthBuckets(new int[examples()], BATCH, seed, false).epoch(epoch)[n];
    Batch batch = batch(rows);
    if (epoch >= poison) {
      batch.data().getFeatures(0).assign(Float.NaN);
    }
    return batch;
  }

  /** All of them, in order. */
  MultiDataSet all() {
    return (MultiDataSet) batch(IntStream.range(0, examples()).toArray()).data();
  }

  private Batch batch(int[] rows) {
    INDArray x = Nd4j.create(rows.length, 2, TIME); // [batch, size, time]
    INDArray m = Nd4j.create(rows.length, TIME); // [batch, time]
    INDArray y = Nd4j.create(rows.length, 2); // [batch, classes]
    for (int b = 0; b < rows.length; b++) {
      x.slice(b).assign(features.slice(rows[b]));
      m.slice(b).assign(mask.slice(rows[b]));
      y.slice(b).assign(labels.slice(rows[b]));
    }
    return new Batch(
        new MultiDataSet(
            new INDArray[] {x}, new INDArray[] {y}, new INDArray[] {m}, new INDArray[1]),
        rows);
  }
}
