package org.unroll.core.graph.step;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/** Memory for what a pass makes, used again by the next one. Belongs to one thread. */
final class StepWorkspace implements AutoCloseable {
  private static final WorkspaceConfiguration CONFIGURATION =
      WorkspaceConfiguration.builder()
          .initialSize(0)
          .overallocationLimit(0.05)
          .policyLearning(LearningPolicy.FIRST_LOOP)
          .policyReset(ResetPolicy.BLOCK_LEFT)
          .policySpill(SpillPolicy.REALLOCATE)
          .policyAllocation(AllocationPolicy.OVERALLOCATE)
          .build();

  private final String name = "STEP_GRAPH_" + System.identityHashCode(this);
  private final LayerWorkspaceMgr manager =
      LayerWorkspaceMgr.builder().defaultWorkspace(name, CONFIGURATION).build();

  /** For DL4J's vertices, while it is open. */
  LayerWorkspaceMgr manager() {
    return manager;
  }

  /** Begins a pass; what it made is void after closing. */
  MemoryWorkspace open() {
    return Nd4j.getWorkspaceManager().getAndActivateWorkspace(CONFIGURATION, name);
  }

  @Override
  public void close() {
    Nd4j.getWorkspaceManager()
        .destroyWorkspace(
            Nd4j.getWorkspaceManager().getWorkspaceForCurrentThread(CONFIGURATION, name));
  }
}
