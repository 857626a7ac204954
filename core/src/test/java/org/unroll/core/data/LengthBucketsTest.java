package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LengthBucketsTest {
  @Test
  void everyExampleStandsInAnEpochOnce() {
    for (int count : new int[] {0, 1, 63, 64, 65, 13_001}) {
      LengthBuckets plan = new LengthBuckets(lengths(count), 64, 5, true);
      for (int epoch = 0; epoch < 3; epoch++) {
        int[][] batches = plan.epoch(epoch);
        assertThat(batches).hasNumberOfRows(plan.size());
        assertThat(flat(batches)).hasSize(count).doesNotHaveDuplicates();
        assertThat(Arrays.stream(batches)).allMatch(batch -> batch.length <= 64);
      }
    }
  }

  @Test
  void anEpochIsAFunctionOfSeedAndEpoch() {
    int[] lengths = lengths(1_000);
    LengthBuckets plan = new LengthBuckets(lengths, 32, 7, true);
    int[][] third = plan.epoch(3);
    plan.epoch(0);

    assertThat(plan.epoch(3)).isDeepEqualTo(third);
    assertThat(new LengthBuckets(lengths, 32, 7, true).epoch(3)).isDeepEqualTo(third);
    assertThat(flat(plan.epoch(4))).isNotEqualTo(flat(third));
    assertThat(flat(new LengthBuckets(lengths, 32, 8, true).epoch(3))).isNotEqualTo(flat(third));
  }

  @Test
  void bucketsPadLessThanTenPercent() {
    int[] lengths = lengths(20_000);
    assertThat(padding(lengths, new LengthBuckets(lengths, 64, 1, true).epoch(0))).isLessThan(0.1);
    assertThat(padding(lengths, new LengthBuckets(lengths, 64, 1, false).epoch(0)))
        .isGreaterThan(0.4);
    int[] few = lengths(1_000);
    assertThat(padding(few, new LengthBuckets(few, 32, 1, true).epoch(0))).isLessThan(0.1);
  }

  @Test
  void examplesOfEqualLengthMeetOthersInEachEpoch() {
    int[] lengths = new int[256];
    LengthBuckets plan = new LengthBuckets(lengths, 16, 1, true);
    assertThat(sorted(plan.epoch(0)[0])).isNotEqualTo(sorted(plan.epoch(1)[0]));
  }

  @Test
  void shortAndLongBatchesAreMixed() {
    int[] lengths = lengths(6_400);
    int[][] batches = new LengthBuckets(lengths, 64, 1, true).epoch(0);
    int falls = 0;
    for (int n = 1; n < batches.length; n++) {
      falls += lengths[batches[n][0]] < lengths[batches[n - 1][0]] ? 1 : 0;
    }
    assertThat(falls).isBetween(30, 70);
  }

  @Test
  void aBatchHoldsAtLeastOneExample() {
    assertThatThrownBy(() -> new LengthBuckets(new int[3], 0, 1, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("batch must be at least 1");
  }

  /** Log-normal, as sentences and reviews are. */
  private static int[] lengths(int count) {
    Random random = new Random(count);
    int[] lengths = new int[count];
    Arrays.setAll(lengths, i -> 1 + (int) Math.exp(2.7 + 0.6 * random.nextGaussian()));
    return lengths;
  }

  private static double padding(int[] lengths, int[][] batches) {
    long cells = 0;
    for (int[] batch : batches) {
      cells += (long) batch.length * Arrays.stream(batch).map(i -> lengths[i]).max().orElse(0);
    }
    return 1 - (double) Arrays.stream(lengths).asLongStream().sum() / cells;
  }

  private static int[] flat(int[][] batches) {
    return Arrays.stream(batches).flatMapToInt(Arrays::stream).toArray();
  }

  private static int[] sorted(int[] values) {
    int[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }
}
