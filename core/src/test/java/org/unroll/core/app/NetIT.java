package org.unroll.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Progress;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.engine.TinyNet;

class NetIT {
  private static final int BATCHES = 120; // more than are worked on before results are handed over

  /** Batches of three examples that differ. */
  private static final Batches SPLIT =
      new Batches() {
        @Override
        public int size() {
          return BATCHES;
        }

        @Override
        public int examples() {
          return 3 * BATCHES;
        }

        @Override
        public Batch get(int epoch, int n) {
          MultiDataSet data = TinyNet.perExampleBatch();
          INDArray features = data.getFeatures(0).add(n / 100.0);
          return new Batch(
              new MultiDataSet(
                  new INDArray[] {features}, data.getLabels(), data.getFeaturesMaskArrays(), null),
              new int[] {3 * n, 3 * n + 1, 3 * n + 2});
        }
      };

  private record Output(int example, float[] values) {}

  private static List<Output> outputs(Threads threads) {
    List<Output> outputs = new ArrayList<>();
    try (Net net = new Net(new Replicas(graph(), threads))) {
      net.outputs(SPLIT, (example, values) -> outputs.add(new Output(example, values)));
    }
    return outputs;
  }

  private static ComputationGraph graph() {
    Nd4j.getRandom().setSeed(1);
    return TinyNet.perExample(new Sgd(1));
  }

  @Test
  void howManyThreadsRunItDoesNotMatter() {
    List<Output> alone = outputs(Threads.ONE);

    assertThat(alone).hasSize(3 * BATCHES);
    for (int threads = 2; threads < 4; threads++) {
      List<Output> shared = outputs(new Threads(threads, 1));
      assertThat(shared).hasSameSizeAs(alone);
      for (int i = 0; i < alone.size(); i++) {
        assertThat(shared.get(i).example).isEqualTo(i);
        assertThat(Arrays.equals(shared.get(i).values, alone.get(i).values)).isTrue();
      }
    }
  }

  @Test
  void fewExamplesAreSharedOutAndManyAreNotPutIntoLargerBatches() {
    try (Net net = new Net(new Replicas(graph(), new Threads(3, 1)))) {
      assertThat(net.order(0, 32).batch()).isEqualTo(1);
      assertThat(net.order(2, 32).batch()).isEqualTo(1);
      assertThat(net.order(16, 32).batch()).isEqualTo(6);
      assertThat(net.order(96, 32).batch()).isEqualTo(32);
      assertThat(net.order(97, 32).batch()).isEqualTo(32);
    }
  }

  @Test
  void whoeverWaitsIsToldOfTheExamplesOfAllThreads() {
    List<String> begun = new ArrayList<>();
    AtomicLong done = new AtomicLong();
    Progress progress =
        job -> {
          begun.add(job.what() + ": " + job.total());
          return (more, note) -> done.addAndGet(more);
        };
    try (Net net = new Net(new Replicas(graph(), new Threads(3, 1))).telling(progress)) {
      net.doing("scoring test").outputs(SPLIT, (example, values) -> {});
    }

    assertThat(begun).as("by replicas not once more").containsExactly("scoring test: 360");
    assertThat(done).hasValue(360);
  }

  @Test
  void eachThreadOpensItsWorkAndClosesIt() {
    Set<Thread> opened = ConcurrentHashMap.newKeySet();
    Set<Thread> closed = ConcurrentHashMap.newKeySet();
    try (Net net = new Net(new Replicas(graph(), new Threads(3, 1)))) {
      net.overBatches(
          SPLIT,
          own -> {
            opened.add(Thread.currentThread());
            return Net.BatchWork.closing(
                () -> closed.add(Thread.currentThread()), batch -> batch.examples().length);
          },
          (batch, size) -> assertThat(size).isEqualTo(3));
    }
    assertThat(opened).hasSize(3);
    assertThat(closed).isEqualTo(opened);
  }

  @Test
  void whatABatchThrowsIsThrown() {
    try (Net net = new Net(new Replicas(graph(), new Threads(2, 1)))) {
      assertThatThrownBy(
              () ->
                  net.overBatches(
                      SPLIT,
                      own ->
                          batch -> {
                            throw new IllegalStateException("broken " + batch.examples()[0] / 9999);
                          },
                      (batch, nothing) -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("broken 0");
    }
  }
}
