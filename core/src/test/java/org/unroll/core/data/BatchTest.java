package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class BatchTest {
  @Test
  void freesItsArraysOnceEach() {
    INDArray features = Nd4j.ones(2, 3, 4).permute(0, 2, 1);
    INDArray labels = Nd4j.ones(2, 4).reshape(2, 1, 4);
    INDArray mask = Nd4j.ones(2, 4);
    MultiDataSet data =
        new MultiDataSet(
            new INDArray[] {features}, new INDArray[] {labels}, new INDArray[] {mask}, null);
    data.setLabelsMaskArray(new INDArray[] {mask});
    Batch batch = new Batch(data, new int[] {0, 1});
    batch.close();
    assertThat(features.data().wasClosed()).isTrue();
    assertThat(labels.data().wasClosed()).isTrue();
    assertThat(mask.data().wasClosed()).isTrue();
    batch.close();
  }

  /** What else lies there may be another batch's. */
  @Test
  void leavesAPartOfALargerArray() {
    INDArray all = Nd4j.ones(4, 3);
    INDArray part = all.get(NDArrayIndex.interval(1, 3));
    new Batch(new MultiDataSet(part, null), new int[] {1, 2}).close();
    assertThat(all.data().wasClosed()).isFalse();
  }

  @Test
  void mayLackMasksAndLabels() {
    INDArray features = Nd4j.ones(2, 3);
    MultiDataSet data = new MultiDataSet(new INDArray[] {features}, null, new INDArray[1], null);
    new Batch(data, new int[] {0, 1}).close();
    assertThat(features.data().wasClosed()).isTrue();
  }
}
