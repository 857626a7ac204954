package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unroll.core.graph.TinyGraphs.embedding;
import static org.unroll.core.graph.TinyGraphs.finalState;
import static org.unroll.core.graph.TinyGraphs.recurrent;
import static org.unroll.core.graph.TinyGraphs.softmax;
import static org.unroll.core.graph.TinyGraphs.spec;
import static org.unroll.core.graph.TinyGraphs.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Padded;
import org.unroll.core.engine.Diverged;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Directions;

/** Trainings in parts: what is drawn, what fails, and the collector of the heap in between. */
class SplitTrainingIT {
  private static final int EXAMPLES = 7;

  /** Steps beside the collector; the long form has {@code -Dunroll.steps=5000}. */
  private static final int COLLECTED = Integer.getInteger("unroll.steps", 50);

  private static final Threads THREE = new Threads(3, 1);

  private static ComputationGraph graph(double dropout) {
    GraphOptions adam =
        new GraphOptions(7, TinyGraphs.adam(0.01), OptionalInt.empty(), DataType.FLOAT);
    return GraphBuilder.build(
        spec(
            "embed", embedding(4, "tokens"),
            "cell",
                recurrent(Cell.LSTM, Directions.CONCAT, 3, TinyGraphs.dropout(dropout), "embed"),
            "end", finalState("cell"),
            "output", softmax("end")),
        tokens(),
        adam);
  }

  /** Texts of 1 to 6 words. */
  static Batch batch(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] rows = new int[EXAMPLES][];
    int[] classes = new int[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      rows[i] = random.ints(1 + random.nextInt(6), 0, TinyGraphs.WORDS).toArray();
      classes[i] = random.nextInt(TinyGraphs.CLASSES);
    }
    return new Batch(Padded.of(rows).labelled(classes), new int[EXAMPLES]);
  }

  private static List<Double> losses(double dropout, Threads threads, int seed) {
    return losses(dropout, threads, seed, 5);
  }

  private static List<Double> losses(double dropout, Threads threads, int seed, int steps) {
    List<Double> losses = new ArrayList<>();
    try (Replicas replicas = new Replicas(graph(dropout), threads)) {
      Engine engine = Engine.local(replicas, OptionalDouble.of(1));
      for (int step = 0; step < steps; step++) {
        Nd4j.getRandom().setSeed(seed + step);
        losses.add(engine.step(batch(step)));
      }
    }
    return losses;
  }

  @Test
  void whatIsDrawnFollowsFromTheSeedAndThePart() {
    List<Double> losses = losses(0.5, THREE, 11);

    assertThat(losses(0.5, THREE, 11)).isEqualTo(losses);
    assertThat(losses(0.5, THREE, 12)).isNotEqualTo(losses);
    assertThat(losses(0, THREE, 11)).isEqualTo(losses(0, THREE, 12)).isNotEqualTo(losses);
  }

  /** Two rows alike, a row in each part. */
  @Test
  void partsDrawDifferently() {
    assertThat(distanceOfParts(0)).isLessThan(1e-6);
    assertThat(distanceOfParts(0.5)).isGreaterThan(1e-3);
  }

  private static double distanceOfParts(double dropout) {
    Batch twice =
        new Batch(Padded.of(new int[][] {{3, 1}, {3, 1}}).labelled(new int[2]), new int[2]);
    ComputationGraph graph = graph(dropout);
    List<INDArray> sum = new ArrayList<>();
    graph.setListeners(
        new BaseTrainingListener() {
          @Override
          public void onGradientCalculation(Model model) {
            sum.add(graph.getFlattenedGradients().dup());
          }
        });
    try (Replicas replicas = new Replicas(graph, new Threads(2, 1))) {
      Engine.local(replicas, OptionalDouble.empty()).step(twice);
      INDArray second = replicas.run(2, (own, number) -> own.getFlattenedGradients()).get(1);
      long embedding = 4L * TinyGraphs.WORDS; // whose gradient is cleared by now
      INDArrayIndex rest = NDArrayIndex.interval(embedding, second.length());
      INDArray one = sum.get(0).sub(second).reshape(second.length()).get(rest);
      return one.distance2(second.reshape(second.length()).get(rest));
    }
  }

  @Test
  void aPartThatDivergesChangesNoWeightAndSpoilsNoLaterStep() {
    List<Double> losses = new ArrayList<>();
    ComputationGraph graph = graph(0);
    try (Replicas replicas = new Replicas(graph, THREE)) {
      Engine engine = Engine.local(replicas, OptionalDouble.of(1));
      losses.add(engine.step(batch(0)));
      INDArray before = graph.params().dup();
      INDArray vector = graph.getParam("embed_W").getRow(6); // of a word in the last part alone
      vector.assign(Float.NaN);
      int[][] rows = {{1}, {2}, {3}, {4}, {5}, {1}, {6}};
      Batch broken = new Batch(Padded.of(rows).labelled(new int[EXAMPLES]), new int[EXAMPLES]);
      assertThatThrownBy(() -> engine.step(broken)).isInstanceOf(Diverged.class);
      vector.assign(before.reshape(before.length()).get(NDArrayIndex.interval(24, 28)));
      assertThat(graph.params()).isEqualTo(before);
      for (int step = 1; step < 5; step++) {
        losses.add(engine.step(batch(step)));
      }
    }
    assertThat(losses).isEqualTo(losses(0, THREE, 0));
  }

  /** Native code goes on while the collector runs, and must not lose what it reads. */
  @Test
  void theCollectorOfTheHeapIsInNobodysWay() {
    List<Double> undisturbed = losses(0.5, THREE, 11, COLLECTED);
    AtomicBoolean ended = new AtomicBoolean();
    Thread collector =
        new Thread(
            () -> {
              while (!ended.get()) {
                System.gc();
              }
            });
    collector.start();
    try {
      assertThat(losses(0.5, THREE, 11, COLLECTED)).isEqualTo(undisturbed);
    } finally {
      ended.set(true);
    }
  }

  @Test
  void listenersSeeTheWholeBatch() {
    ComputationGraph graph = graph(0);
    List<Integer> sizes = new ArrayList<>();
    graph.setListeners(
        new BaseTrainingListener() {
          @Override
          public void iterationDone(Model model, int iteration, int epoch) {
            sizes.add(model.batchSize());
          }
        });
    try (Replicas replicas = new Replicas(graph, THREE)) {
      Engine.local(replicas, OptionalDouble.of(1)).step(batch(0));
    }
    assertThat(sizes).containsExactly(EXAMPLES);
  }
}
