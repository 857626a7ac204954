package org.unroll.datasets.stream;

import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;

/**
 * Rows of a text, some together, for whoever reads them by their numbers: there is nothing in the
 * batches, since a row is longer than an array should be.
 *
 * @param examples rows
 * @param together rows of a batch
 */
public record StreamRows(int examples, int together) implements Batches {
  @Override
  public int size() {
    return (examples + together - 1) / together;
  }

  @Override
  public Batch get(int epoch, int n) {
    int[] rows = new int[Math.min(together, examples - n * together)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = n * together + i;
    }
    return new Batch(new MultiDataSet(), rows);
  }
}
