package org.unroll.core.data;

import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * One batch for the graph.
 *
 * @param data features, labels and masks; sequences are {@code [batch, size, time]}, masks {@code
 *     [batch, time]}
 * @param examples row i of the arrays is example {@code examples[i]} of the split
 * @param continues whether row i goes on where row i of the batch before ended, so that recurrent
 *     layers go on from their states there
 */
public record Batch(MultiDataSet data, int[] examples, boolean continues) {

  /** One whose sequences begin with it. */
  public Batch(MultiDataSet data, int[] examples) {
    this(data, examples, false);
  }
}
