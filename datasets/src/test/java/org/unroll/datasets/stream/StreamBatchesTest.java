package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.UserError;
import org.unroll.core.data.Batch;

class StreamBatchesTest {
  private static final int SIZE = 1 << Character.SIZE;

  /** Each symbol is its own place. */
  private static SymbolText places(int length) {
    int[] numbers = new int[length];
    Arrays.setAll(numbers, place -> place);
    return SymbolText.of(numbers);
  }

  private static StreamBatches batches(int length, int rows, int steps) {
    return StreamBatches.of(places(length), rows, steps, 5, OptionalInt.empty());
  }

  private static int[][] read(Batch batch) {
    return ints(batch.data().getFeatures(0).toDoubleVector(), batch);
  }

  private static int[][] next(Batch batch) {
    return ints(batch.data().getLabels(0).toDoubleVector(), batch);
  }

  private static int[][] ints(double[] values, Batch batch) {
    int rows = batch.examples().length;
    int steps = values.length / rows;
    int[][] numbers = new int[rows][steps];
    for (int i = 0; i < values.length; i++) {
      numbers[i / steps][i % steps] = (int) values[i];
    }
    return numbers;
  }

  private static Batch get(StreamBatches batches, int epoch, int n) {
    Batch batch = batches.get(epoch, n);
    batch.data().setFeatures(0, batch.data().getFeatures(0).reshape(-1));
    batch.data().setLabels(0, batch.data().getLabels(0).reshape(-1));
    return batch;
  }

  /** A net that never meets its first state again cannot write from nothing on. */
  @Test
  void rowsBeginAnewNowAndThen() {
    StreamBatches batches = batches(2_000, 2, 5);
    List<Integer> begun = new ArrayList<>();
    for (int n = 0; n < batches.size(); n++) {
      if (!get(batches, 0, n).continues()) {
        begun.add(n);
      }
    }
    assertThat(begun).containsExactly(0, 64, 128, 192);
  }

  @ParameterizedTest
  @CsvSource({"5,4,4", "11,4,4", "12,1,4", "100,4,5", "101,4,5", "259,32,4", "300,7,3", "64,3,1"})
  void rowsGoOnAndEverySymbolIsForetold(int length, int most, int steps) {
    StreamBatches batches = batches(length, most, steps);
    BitSet foretold = new BitSet();
    for (int epoch = 0; epoch < 400; epoch++) {
      int[] before = {};
      Set<Integer> once = new HashSet<>();
      for (int n = 0; n < batches.size(); n++) {
        Batch batch = get(batches, epoch, n);
        assertThat(batch.continues()).isEqualTo(n > 0);
        int[][] read = read(batch);
        int[][] next = next(batch);
        for (int row = 0; row < read.length; row++) {
          if (n > 0) {
            assertThat(read[row][0]).isEqualTo(before[row] + 1);
          }
          for (int t = 0; t < steps; t++) {
            assertThat(read[row][t]).isEqualTo(read[row][0] + t);
            assertThat(next[row][t]).isEqualTo(read[row][t] + 1);
            assertThat(once.add(next[row][t])).as("read twice in a pass").isTrue();
            foretold.set(next[row][t]);
          }
        }
        before = Arrays.stream(read).mapToInt(row -> row[steps - 1]).toArray();
      }
    }
    assertThat(foretold.cardinality()).isEqualTo(length - 1);
  }

  /** Of any length, rows and steps, and where the next pass begins. */
  @Test
  void staysWithinTheText() {
    for (int length = 2; length < 60; length++) {
      for (int steps = 1; steps < length; steps++) {
        for (int most : new int[] {1, 2, 3, 8}) {
          StreamBatches batches = batches(length, most, steps);
          assertThat(batches.examples()).isEqualTo(batches.size() * rows(batches));
          for (int epoch = 0; epoch < 3; epoch++) {
            for (int n = 0; n < batches.size(); n++) {
              batches.get(epoch, n); // would be out of bounds
            }
          }
        }
      }
    }
  }

  private static int rows(StreamBatches batches) {
    return batches.get(0, 0).examples().length;
  }

  @Test
  void aShortTextHasFewerRows() {
    assertThat(rows(batches(11, 4, 4))).isEqualTo(1);
    assertThat(rows(batches(12, 4, 4))).isEqualTo(2);
    assertThat(rows(batches(1000, 4, 4))).isEqualTo(4);
  }

  @Test
  void passesAreCutElsewhereAndSeedsDiffer() {
    Set<Integer> begins = new HashSet<>();
    StreamBatches batches = batches(1000, 4, 10);
    for (int epoch = 0; epoch < 50; epoch++) {
      begins.add(read(get(batches, epoch, 0))[0][0] % 10);
    }
    assertThat(begins).hasSize(10);
    assertThat(read(get(batches, 3, 1))).isDeepEqualTo(read(get(batches(1000, 4, 10), 3, 1)));
    StreamBatches other = StreamBatches.of(places(1000), 4, 10, 6, OptionalInt.empty());
    Set<Boolean> same = new HashSet<>();
    for (int epoch = 0; epoch < 5; epoch++) {
      same.add(Arrays.deepEquals(read(get(other, epoch, 0)), read(get(batches, epoch, 0))));
    }
    assertThat(same).contains(false);
  }

  /** Batches by the number since the beginning are those of epochs that are passes. */
  @Test
  void epochsOfAnyLengthAreOneStream() {
    StreamBatches whole = batches(500, 4, 10);
    StreamBatches parts = StreamBatches.of(places(500), 4, 10, 5, OptionalInt.of(5));
    assertThat(parts.size()).isEqualTo(5);
    for (int number = 0; number < 60; number++) {
      Batch expected = get(whole, number / whole.size(), number % whole.size());
      Batch actual = get(parts, number / 5, number % 5);
      assertThat(read(actual)).isDeepEqualTo(read(expected));
      assertThat(actual.continues()).isEqualTo(expected.continues());
    }
  }

  @Test
  void aTextOfNoStepIsRefused() {
    assertThat(batches(5, 4, 4).size()).isEqualTo(1);
    assertThatThrownBy(() -> batches(4, 4, 4))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("4 symbols, fewer than the 4 steps of one batch and the symbol after")
        .hasMessageContaining("train.tbptt");
  }
}
