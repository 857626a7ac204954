package org.unroll.core.graph.step;

import java.util.concurrent.atomic.AtomicLong;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Memory for what a pass makes, used again by the next one. Belongs to one thread. ND4J never
 * forgets a workspace that there was ({@code Nd4jWorkspace.getUniqueId} is another each time it is
 * asked for), and one that is made anew takes longer than a step: so there is one a thread, for all
 * graphs that are run step by step.
 */
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

  private static final AtomicLong OWN = new AtomicLong();

  private final String name;
  private final boolean kept;
  private final LayerWorkspaceMgr manager;

  private StepWorkspace(String name, boolean kept) {
    this.name = name;
    this.kept = kept;
    this.manager = LayerWorkspaceMgr.builder().defaultWorkspace(name, CONFIGURATION).build();
  }

  /** The one of the thread, which stays. */
  static StepWorkspace ofThread() {
    return new StepWorkspace("STEP_GRAPH", true);
  }

  /** One whose memory is released when it is closed, for passes that need much and are few. */
  static StepWorkspace own() {
    return new StepWorkspace("NODE_RUN_" + OWN.incrementAndGet(), false);
  }

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
    if (!kept) {
      Nd4j.getWorkspaceManager()
          .destroyWorkspace(
              Nd4j.getWorkspaceManager().getWorkspaceForCurrentThread(CONFIGURATION, name));
    }
  }
}
