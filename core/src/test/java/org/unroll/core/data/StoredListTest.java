package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredListTest {
  private final Random random = new Random(1);

  private int[] row(int longest) {
    return random.ints(random.nextInt(longest + 1)).toArray();
  }

  @Test
  void whatIsShortIsKeptAsItIs() {
    List<int[]> rows = List.of(row(9), row(9));

    List<int[]> stored = StoredList.numbers(rows);

    assertThat(stored.get(0)).isSameAs(rows.get(0));
    assertThat(StoredList.numbers(List.of())).isEmpty();
  }

  /** Forty megabytes: of five chunks three are in the file. */
  @Test
  void rowsOfALongOneComeBackFromMemoryAndFileByManyThreads() {
    List<int[]> rows = IntStream.range(0, 100_000).mapToObj(i -> row(200)).toList();

    List<int[]> stored = StoredList.numbers(rows);

    assertThat(stored).hasSameSizeAs(rows);
    assertThat(stored.get(0)).isNotSameAs(rows.get(0));
    assertThat(
            IntStream.range(0, rows.size())
                .parallel()
                .allMatch(i -> Arrays.equals(stored.get(i), rows.get(i))))
        .isTrue();
  }

  @Test
  void aRowMayBeLargerThanAChunkOrEmpty() {
    List<int[]> rows = new ArrayList<>();
    for (int length : new int[] {0, 3, StoredRows.CHUNK / 2, 0, 1, StoredRows.CHUNK / 3, 0, 0}) {
      rows.add(random.ints(length).toArray());
    }

    List<int[]> stored = StoredList.numbers(rows);

    assertThat(stored.toArray(int[][]::new)).isDeepEqualTo(rows.toArray(int[][]::new));
    assertThat(stored).isInstanceOf(ListView.class);
  }
}
