package org.unroll.core.graph.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

class StepWorkspaceTest {
  private static MemoryWorkspace used(StepWorkspace workspace) {
    try (workspace) {
      try (MemoryWorkspace open = workspace.open()) {
        assertThat(Nd4j.ones(100).isAttached()).isTrue();
        return open;
      }
    }
  }

  @Test
  void graphsOfAThreadShareOneThatStays() {
    assertThat(used(StepWorkspace.ofThread())).isSameAs(used(StepWorkspace.ofThread()));
  }

  @Test
  void memoryOfAnOwnOneIsReleased() {
    MemoryWorkspace own = used(StepWorkspace.own());

    assertThat(own.getCurrentSize()).isZero();
    assertThat(used(StepWorkspace.own())).isNotSameAs(own);
  }
}
