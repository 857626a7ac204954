package org.unroll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;

class TurnsTest {
  private static List<Batch> batches(int... lengths) {
    List<Batch> batches = new ArrayList<>();
    for (int length : lengths) {
      INDArray features = Nd4j.zeros(2, 1, length);
      batches.add(new Batch(new MultiDataSet(features, Nd4j.zeros(2, 1)), new int[] {0, 1}));
    }
    return batches;
  }

  @Test
  void theLongestGoesToWhomTheOthersLeftTheLeastWork() {
    assertThat(Turns.ofBatches(batches(3, 9, 4, 8), 2))
        .containsExactly(List.of(0, 1), List.of(2, 3));
  }

  @Test
  void nobodyHasMoreBatchesThanTheFirst() {
    assertThat(Turns.ofBatches(batches(10, 3, 3), 2)).containsExactly(List.of(1, 2), List.of(0));
    assertThat(Turns.ofBatches(batches(3, 20, 3, 4), 3))
        .containsExactly(List.of(0, 2), List.of(1), List.of(3));
  }

  @Test
  void whoHasNoneHasNoTurn() {
    assertThat(Turns.ofBatches(batches(5), 2)).containsExactly(List.of(0));
    assertThat(Turns.ofRows(batches(5, 5), 3)).containsExactly(List.of(0, 1), List.of(0, 1));
  }
}
