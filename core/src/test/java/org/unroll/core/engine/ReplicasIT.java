package org.unroll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class ReplicasIT {
  private final ComputationGraph graph = TinyNet.perStep(new Sgd(1), 0, OptionalInt.empty());

  @Test
  void allReadTheSameParameters() {
    INDArray input = TinyNet.perStepBatch().getFeatures(0);
    try (Replicas replicas = new Replicas(graph, new Threads(3, 1))) {
      List<INDArray> before = replicas.run(3, (own, number) -> own.outputSingle(input).dup());
      graph.params().addi(0.1);
      List<INDArray> after = replicas.run(3, (own, number) -> own.outputSingle(input).dup());

      assertThat(before).containsOnly(before.get(0)).hasSize(3);
      assertThat(after).containsOnly(after.get(0)).doesNotContain(before.get(0));
      assertThat(after.get(0)).isEqualTo(graph.outputSingle(input));
    }
  }

  @Test
  void eachHasItsThreadAndTheFirstThatOfTheCaller() {
    try (Replicas replicas = new Replicas(graph, new Threads(3, 1))) {
      List<Thread> once = replicas.run(3, (own, number) -> Thread.currentThread());

      assertThat(once).doesNotHaveDuplicates().first().isEqualTo(Thread.currentThread());
      assertThat(replicas.run(3, (own, number) -> Thread.currentThread())).isEqualTo(once);
    }
  }

  @Test
  void aFailureIsToldWhenAllHaveEnded() {
    AtomicInteger ended = new AtomicInteger();
    try (Replicas replicas = new Replicas(graph, new Threads(3, 1))) {
      assertThatThrownBy(
              () ->
                  replicas.run(
                      3,
                      (own, number) -> {
                        if (number < 2) {
                          throw new Diverged("part " + number);
                        }
                        sleep();
                        return ended.incrementAndGet();
                      }))
          .isInstanceOf(Diverged.class)
          .hasMessage("part 0");
    }
    assertThat(ended.get()).isEqualTo(1);
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
