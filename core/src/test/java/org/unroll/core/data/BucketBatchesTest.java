package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.api.MultiDataSet;

class BucketBatchesTest {
  private static BucketBatches batches(EncodedRows rows, BatchOrder order) {
    return new BucketBatches(
        order.of(rows.lengths()), examples -> rows.arrays(examples, halves(examples)));
  }

  /** Class 1 for the odd ones. */
  private static int[] halves(int[] examples) {
    return Arrays.stream(examples).map(example -> example % 2).toArray();
  }

  @Test
  void tokensArePaddedOnTheRight() {
    int[][] words = {{2, 3, 4, 2, 3}, {4, 1}, {1}};
    MultiDataSet batch =
        EncodedRows.tokens(List.of(words)).arrays(new int[] {0, 1, 2}, new int[] {0, 1, 0});

    assertThat(batch.getFeatures(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{2, 3, 4, 2, 3}, {4, 1, 0, 0, 0}, {1, 0, 0, 0, 0}});
    assertThat(batch.getFeaturesMaskArray(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 1, 1, 1, 1}, {1, 1, 0, 0, 0}, {1, 0, 0, 0, 0}});
    assertThat(batch.getLabels(0).toFloatMatrix()).isDeepEqualTo(new float[][] {{0}, {1}, {0}});
    assertThat(batch.getLabelsMaskArray(0)).isNull();
  }

  @Test
  void sequencesHaveOneNumberAStep() {
    EncodedRows rows = new EncodedRows(List.of(new float[] {0.5f}, new float[] {1, 2}), false);
    MultiDataSet batch = rows.arrays(new int[] {0, 1}, new int[] {0, 1});

    assertThat(batch.getFeatures(0).shape()).containsExactly(2, 1, 2);
    assertThat(batch.getFeatures(0).data().asFloat()).containsExactly(0.5f, 0, 1, 2);
    assertThat(batch.getFeaturesMaskArray(0).data().asFloat()).containsExactly(1, 0, 1, 1);
  }

  @Test
  void aBatchDependsOnEpochAndNumberAlone() {
    List<int[]> words = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      words.add(new int[i % 6 + 1]);
    }
    EncodedRows rows = EncodedRows.tokens(words);
    BucketBatches batches = batches(rows, new BatchOrder(8, 3, true));
    Batch first = batches.get(2, 4);
    batches.get(0, 0);
    Batch again = batches.get(2, 4);

    assertThat(again.examples()).isEqualTo(first.examples());
    assertThat(again.data().getFeatures(0)).isEqualTo(first.data().getFeatures(0));
    assertThat(batches.get(3, 4).examples()).isNotEqualTo(first.examples());
    assertThat(batches.size()).isEqualTo(5);
    assertThat(batches.examples()).isEqualTo(40);
  }
}
