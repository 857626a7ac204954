package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Progress.Work;

class ChunkProgressTest {
  private final List<Long> told = new ArrayList<>();
  private final ChunkProgress progress =
      new ChunkProgress(
          inputs -> {
            told.add(-inputs);
            return (more, note) -> told.add(more);
          });

  @Test
  void whatANetTellsOfAChunkCountsAsItsShareOfAll() throws IOException {
    progress.during(14, this::twoChunks);

    assertThat(told).containsExactly(-14L, 5L, 5L, 4L);
  }

  @Test
  void aSecondPassOverAChunkIsNotCountedAgain() throws IOException {
    progress.during(10, this::twoPasses);

    assertThat(told).containsExactly(-10L, 10L);
  }

  private void twoChunks() {
    progress.begin(10);
    try (Work windows = progress.begin("by windows", 40)) {
      windows.advance(20);
      windows.advance(1); // no whole input
      windows.advance(19);
    }
    progress.end();
    progress.begin(4); // of a model that tells nothing
    progress.end();
  }

  private void twoPasses() {
    progress.begin(10);
    progress.begin("first", 2).advance(2);
    progress.begin("second", 2).advance(1);
    progress.end();
  }
}
