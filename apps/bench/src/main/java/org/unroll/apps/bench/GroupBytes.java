package org.unroll.apps.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.GroupMember;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.parallel.GroupAddress;
import org.unroll.core.parallel.ProcessGroup;
import org.unroll.core.train.InitialGraph;

/**
 * Bytes that one other process is sent and sends back with an update of a group that exchanges
 * gradients, counted on the way.
 *
 * @param down weights, and the process's part of the batch
 * @param up its gradient
 */
record GroupBytes(double down, double up) {
  private static final int STEPS = 3;

  /**
   * The mean over a few batches. The others are threads here.
   *
   * @param workers processes, the first one included
   */
  static GroupBytes of(RunConfig config, Task<?, ?> task, int workers) {
    try (ProcessGroup group = new ProcessGroup(workers, "127.0.0.1");
        ByteRelay relay = new ByteRelay(group.address());
        Replicas replicas =
            new Replicas(InitialGraph.build(config, task), new Threads(workers, 1))) {
      for (int rank = 1; rank < workers; rank++) {
        join(relay.address());
      }
      group.await(Duration.ofSeconds(30));
      return count(Engine.of(replicas, config.train().clipNorm(), group), replicas, task, relay);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void join(GroupAddress address) {
    Thread thread =
        new Thread(
            () -> {
              try {
                GroupMember.serve(address);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            "member");
    thread.setDaemon(true);
    thread.start();
  }

  private static GroupBytes count(
      Engine engine, Replicas replicas, Task<?, ?> task, ByteRelay relay) {
    step(engine, task, 0); // which tells the others the net
    long down = relay.down();
    long up = relay.up();
    int updates = replicas.graph().getIterationCount();
    long asked = 0;
    for (int n = 1; n <= STEPS; n++) {
      long others = Math.min(replicas.count(), step(engine, task, n)) - 1;
      asked += others * (replicas.graph().getIterationCount() - updates);
      updates = replicas.graph().getIterationCount();
    }
    return new GroupBytes(
        (relay.down() - down) / (double) asked, (relay.up() - up) / (double) asked);
  }

  /** Examples of the batch. */
  private static int step(Engine engine, Task<?, ?> task, int n) {
    try (Batch batch = task.training().get(0, n)) {
      Nd4j.getRandom().setSeed(1 + n);
      engine.step(batch);
      return (int) batch.data().getFeatures(0).size(0);
    }
  }
}
