package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaddedTest {
  @Test
  void rowsEndWhereTheirMaskDoes() {
    Padded padded = Padded.of(new int[][] {{3}, {1, 2, 4}});

    assertThat(padded.numbers().toFloatMatrix())
        .isDeepEqualTo(new float[][] {{3, 0, 0}, {1, 2, 4}});
    assertThat(padded.mask().toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 0, 0}, {1, 1, 1}});
  }

  @Test
  void lengthsAreRoundedToEightForEachDoubling() {
    assertThat(
            IntStream.of(1, 7, 15, 16, 17, 31, 33, 60, 64, 65, 399, 400, 417).map(Padded::rounded))
        .containsExactly(1, 7, 15, 16, 18, 32, 36, 60, 64, 72, 416, 416, 448);
    assertThat(IntStream.rangeClosed(256, 511).map(Padded::rounded).distinct()).hasSize(9);
  }
}
