package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unroll.core.graph.TinyGraphs.embedding;
import static org.unroll.core.graph.TinyGraphs.finalState;
import static org.unroll.core.graph.TinyGraphs.frames;
import static org.unroll.core.graph.TinyGraphs.lstm;
import static org.unroll.core.graph.TinyGraphs.recurrent;
import static org.unroll.core.graph.TinyGraphs.softmax;
import static org.unroll.core.graph.TinyGraphs.spec;
import static org.unroll.core.graph.TinyGraphs.tokens;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Padded;
import org.unroll.core.engine.Averaging;
import org.unroll.core.engine.BatchCut;
import org.unroll.core.engine.Diverged;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.GroupMember;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.harness.Distance;
import org.unroll.core.parallel.GroupAddress;
import org.unroll.core.parallel.ProcessGroup;
import org.unroll.core.parallel.Wire;

/** Several processes, here threads with graphs of their own, give the numbers of one. */
class ProcessGroupIT {
  private static final int EXAMPLES = 7;
  private static final int STEPS = 6;
  private static final OptionalDouble CLIP = OptionalDouble.of(1);
  private static final OptionalDouble FREE = OptionalDouble.empty();
  private static final Optional<ProcessGroup> NOBODY = Optional.empty();

  static Stream<Named<GraphCases.Case>> cases() {
    return Stream.concat(GraphCases.independent(), PictureCases.batchNorms().stream());
  }

  private record Trained(List<Double> losses, INDArray parameters) {}

  @FunctionalInterface
  private interface EngineMaker {
    Engine of(Replicas replicas, Optional<ProcessGroup> group);
  }

  private static final EngineMaker GRADIENTS =
      (replicas, group) ->
          group
              .map(each -> Engine.of(replicas, CLIP, each))
              .orElseGet(() -> Engine.local(replicas, CLIP));

  private static final EngineMaker WEIGHTS =
      (replicas, group) -> Engine.averaging(replicas, CLIP, Averaging.ofBatches(3, 2), group);

  private static final EngineMaker ROWS =
      (replicas, group) -> Engine.averaging(replicas, CLIP, Averaging.ofRows(3, 2), group);

  private static ComputationGraph graph(OptionalInt tbptt) {
    GraphOptions adam = new GraphOptions(7, TinyGraphs.adam(0.01), tbptt, DataType.FLOAT);
    var cell = recurrent(Cell.LSTM, Directions.FORWARD, 3, TinyGraphs.dropout(0.5), "embed");
    return GraphBuilder.build(
        tbptt.isPresent()
            ? spec("embed", embedding(4, "tokens"), "cell", cell, "output", softmax("cell"))
            : spec(
                "embed", embedding(4, "tokens"),
                "cell", cell,
                "end", finalState("cell"),
                "output", softmax("end")),
        tokens(),
        adam);
  }

  /** Seven steps of seven streams; each batch but the first continues the one before. */
  private static Batch stream(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] rows = new int[EXAMPLES][];
    int[][] classes = new int[EXAMPLES][];
    for (int i = 0; i < EXAMPLES; i++) {
      rows[i] = random.ints(7, 0, TinyGraphs.WORDS).toArray();
      classes[i] = random.ints(7, 0, TinyGraphs.CLASSES).toArray();
    }
    Padded read = Padded.of(rows);
    MultiDataSet data =
        new org.nd4j.linalg.dataset.MultiDataSet(
            new INDArray[] {read.numbers()},
            new INDArray[] {Padded.of(classes).sequences().numbers()},
            new INDArray[] {read.mask()},
            new INDArray[] {read.mask()});
    return new Batch(data, new int[EXAMPLES], seed > 0);
  }

  private interface Batches {
    Batch get(int number);
  }

  private static Trained alone(EngineMaker maker, OptionalInt tbptt, Batches batches) {
    return train(maker, tbptt, batches, Optional.empty());
  }

  private static Trained train(
      EngineMaker maker, OptionalInt tbptt, Batches batches, Optional<ProcessGroup> group) {
    Threads threads = maker == GRADIENTS ? new Threads(3, 1) : Threads.ONE;
    try (Replicas replicas = new Replicas(graph(tbptt), threads)) {
      Engine engine = maker.of(replicas, group);
      engine.thaw(0);
      engine.learningRate(0.02);
      List<Double> losses = new ArrayList<>();
      while (losses.size() < 2 * STEPS) {
        List<Batch> round = new ArrayList<>();
        long[] seeds = new long[Math.min(engine.round(), 2 * STEPS - losses.size())];
        for (int i = 0; i < seeds.length; i++) {
          seeds[i] = 1 + losses.size() + i; // 0 would be drawn by the clock
          round.add(batches.get(losses.size() + i));
        }
        losses.addAll(engine.steps(round, seeds));
      }
      return new Trained(losses, replicas.graph().params().dup());
    }
  }

  private static Thread member(GroupAddress address) {
    Thread thread =
        new Thread(
            () -> {
              try {
                GroupMember.serve(address);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }

  private static Trained together(EngineMaker maker, OptionalInt tbptt, Batches batches)
      throws InterruptedException {
    List<Thread> members = new ArrayList<>();
    try (ProcessGroup group = new ProcessGroup(3, "127.0.0.1")) {
      members.add(member(group.address()));
      members.add(member(group.address()));
      group.await(Duration.ofSeconds(10));
      return train(maker, tbptt, batches, Optional.of(group));
    } finally {
      for (Thread member : members) {
        member.join(10_000);
        assertThat(member.isAlive()).isFalse();
      }
    }
  }

  private static void assertAlike(Trained one, Trained other) {
    assertThat(one.losses).isEqualTo(other.losses).doesNotHaveDuplicates();
    assertThat(one.parameters).isEqualTo(other.parameters);
  }

  @Test
  void gradientsOfSeveralProcessesAreThoseOfTheParts() throws InterruptedException {
    assertAlike(
        together(GRADIENTS, OptionalInt.empty(), SplitTrainingIT::batch),
        alone(GRADIENTS, OptionalInt.empty(), SplitTrainingIT::batch));
  }

  @Test
  void streamsAndSectionsGoOnWhereTheyEnded() throws InterruptedException {
    OptionalInt three = OptionalInt.of(3); // of seven: sections of three, three and one

    assertAlike(
        together(GRADIENTS, three, ProcessGroupIT::stream),
        alone(GRADIENTS, three, ProcessGroupIT::stream));
    assertAlike(
        together(WEIGHTS, three, ProcessGroupIT::stream),
        alone(WEIGHTS, three, ProcessGroupIT::stream));
  }

  @Test
  void averagedWeightsAreThoseThatOneProcessFinds() throws InterruptedException {
    for (EngineMaker maker : List.of(WEIGHTS, ROWS)) {
      assertAlike(
          together(maker, OptionalInt.empty(), SplitTrainingIT::batch),
          alone(maker, OptionalInt.empty(), SplitTrainingIT::batch));
    }
  }

  /** As the last of an epoch may be. */
  @Test
  void aBatchMayHaveFewerRowsThanProcesses() throws InterruptedException {
    Batches two =
        number -> {
          Batch whole = SplitTrainingIT.batch(number);
          MultiDataSet few =
              BatchCut.of(whole.data(), array -> array.get(NDArrayIndex.interval(0, 2)).dup());
          return number % 2 == 0 ? whole : new Batch(few, new int[2]);
        };

    assertAlike(together(ROWS, OptionalInt.empty(), two), alone(ROWS, OptionalInt.empty(), two));
  }

  /** With plain descent the mean of what each example would do is what the batch does. */
  @Test
  void rowsAveragedAfterEachStepStepAsTheWholeBatch() {
    INDArray rows = descended(each -> Engine.averaging(each, FREE, Averaging.ofRows(4, 1), NOBODY));
    INDArray whole = descended(each -> Engine.local(each, FREE));

    assertThat(Distance.between(rows, whole)).isLessThan(1e-12);
  }

  private static INDArray descended(Function<Replicas, Engine> maker) {
    GraphCases.Case tiny = lastOfFrames();
    GraphOptions options =
        new GraphOptions(7, TinyGraphs.sgd(0.1), OptionalInt.empty(), DataType.DOUBLE);
    ComputationGraph graph = GraphBuilder.build(tiny.spec(), tiny.ports(), options);
    MultiDataSet data = tiny.batch(graph).data();
    try (Replicas replicas = new Replicas(graph, Threads.ONE)) {
      Engine engine = maker.apply(replicas);
      Batch batch = new Batch(data, new int[4]);
      engine.steps(List.of(batch, batch), new long[] {1, 2});
      return graph.params().dup();
    }
  }

  private static GraphCases.Case lastOfFrames() {
    return new GraphCases.Case(
        frames(),
        spec("cell", lstm(4, "frames"), "end", finalState("cell"), "output", softmax("end")));
  }

  /** Of one process in each round the weights are those of plain training. */
  @Test
  void anAverageOfOneIsATraining() {
    EngineMaker one =
        (replicas, group) -> Engine.averaging(replicas, CLIP, Averaging.ofBatches(1, 4), group);
    EngineMaker plain = (replicas, group) -> Engine.local(replicas, CLIP);

    assertAlike(
        alone(one, OptionalInt.empty(), SplitTrainingIT::batch),
        alone(plain, OptionalInt.empty(), SplitTrainingIT::batch));
  }

  /** Chen & Huo 2016: each round begins beyond the mean, and the weights after it are the mean. */
  @Test
  void aRoundBeginsWhereTheLastTwoLead() {
    try (Replicas averaged = new Replicas(graph(OptionalInt.empty()), Threads.ONE);
        Replicas byHand = new Replicas(graph(OptionalInt.empty()), Threads.ONE)) {
      Engine engine =
          Engine.averaging(averaged, CLIP, new Averaging(1, 1, false, 0.5), Optional.empty());
      Engine step = Engine.local(byHand, CLIP);
      INDArray weights = byHand.graph().params();
      INDArray change = weights.mul(0);
      for (int number = 0; number < 4; number++) {
        List<Batch> batch = List.of(SplitTrainingIT.batch(number));
        INDArray before = weights.dup();
        weights.addi(change.mul(0.5));

        engine.steps(batch, new long[] {number + 1});
        step.steps(batch, new long[] {number + 1});

        change = weights.sub(before);
        assertThat(averaged.graph().params()).isEqualTo(weights);
      }
    }
  }

  @Test
  void roundsGoOnFromWhatACheckpointHolds() {
    try (Replicas whole = new Replicas(graph(OptionalInt.empty()), Threads.ONE);
        Replicas resumed = new Replicas(graph(OptionalInt.empty()), Threads.ONE)) {
      Engine engine = WEIGHTS.of(whole, Optional.empty());
      round(engine, 0);
      resumed.graph().params().assign(whole.graph().params());
      INDArray updater = resumed.graph().getUpdater().getStateViewArray();
      updater.assign(whole.graph().getUpdater().getStateViewArray());
      resumed.graph().getConfiguration().setIterationCount(whole.graph().getIterationCount());
      Engine another = WEIGHTS.of(resumed, Optional.empty());
      another.carry(engine.carried());

      round(engine, 1);
      round(another, 1);

      assertThat(resumed.graph().params()).isEqualTo(whole.graph().params());
    }
  }

  private static void round(Engine engine, int number) {
    List<Batch> batches = new ArrayList<>();
    long[] seeds = new long[engine.round()];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = 1 + number * seeds.length + i;
      batches.add(SplitTrainingIT.batch(number * seeds.length + i));
    }
    engine.steps(batches, seeds);
  }

  /** One process goes in the middle of a batch or round, another comes later. */
  @Test
  void aProcessThatGoesCostsNothingButTime() throws Exception {
    for (EngineMaker maker : List.of(GRADIENTS, WEIGHTS)) {
      try (ProcessGroup group = new ProcessGroup(3, "127.0.0.1");
          Wire silent = ProcessGroup.join(group.address())) {
        member(group.address());
        group.await(Duration.ofSeconds(10));
        Batches leaving =
            number -> {
              if (number == 8) {
                member(group.address());
              }
              return SplitTrainingIT.batch(number);
            };
        new Thread(() -> readAndLeave(silent)).start();

        assertAlike(
            train(maker, OptionalInt.empty(), leaving, Optional.of(group)),
            alone(maker, OptionalInt.empty(), SplitTrainingIT::batch));
      }
    }
  }

  /** Asked something, it goes without an answer. */
  private static void readAndLeave(Wire wire) {
    try {
      wire.in().readByte();
    } catch (IOException e) {
      // nobody asked
    }
    wire.close();
  }

  @Test
  void aStrangerIsNotLetIn() throws IOException {
    try (ProcessGroup group = new ProcessGroup(2, "127.0.0.1")) {
      GroupAddress address = group.address();
      String guessed = "0".repeat(address.secret().length());
      try (Wire stranger =
          ProcessGroup.join(new GroupAddress(address.host(), address.port(), guessed))) {
        assertThat(stranger.in().read()).isEqualTo(-1);
      }
      assertThat(group.peer(1)).isEmpty();
    }
  }

  @Test
  void whatDivergesElsewhereChangesNothingHere() {
    GraphCases.Case tiny = lastOfFrames();
    ComputationGraph graph = floats(tiny);
    MultiDataSet data = tiny.batch(graph).inFloats().data();
    MultiDataSet broken = BatchCut.of(data, INDArray::dup);
    broken.getFeatures(0).assign(Float.NaN);
    List<Batch> round =
        Stream.of(data, broken, data).map(each -> new Batch(each, new int[4])).toList();
    try (ProcessGroup group = new ProcessGroup(3, "127.0.0.1");
        Replicas replicas = new Replicas(graph, Threads.ONE)) {
      member(group.address());
      group.await(Duration.ofSeconds(1));
      INDArray before = graph.params().dup();
      Engine engine = WEIGHTS.of(replicas, Optional.of(group));

      assertThatThrownBy(() -> engine.steps(round, new long[] {1, 2, 3}))
          .isInstanceOf(Diverged.class)
          .hasMessageContaining("NaN");
      assertThat(graph.params()).isEqualTo(before);
    }
  }

  private static ComputationGraph floats(GraphCases.Case tiny) {
    GraphOptions options =
        new GraphOptions(7, TinyGraphs.adam(0.01), OptionalInt.empty(), DataType.FLOAT);
    return GraphBuilder.build(tiny.spec(), tiny.ports(), options);
  }

  /** Layers of all kinds, normalising ones with their statistics among them. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyLayerStepsAsInOneProcess(GraphCases.Case tiny) {
    Trained parts = stepped(tiny, Optional.empty());
    try (ProcessGroup group = new ProcessGroup(2, "127.0.0.1")) {
      member(group.address());
      group.await(Duration.ofSeconds(10));

      Trained together = stepped(tiny, Optional.of(group));

      assertThat(together.losses).isEqualTo(parts.losses);
      assertThat(together.parameters).isEqualTo(parts.parameters);
    }
  }

  private static Trained stepped(GraphCases.Case tiny, Optional<ProcessGroup> group) {
    ComputationGraph graph = floats(tiny);
    TinyBatch batch = tiny.batch(graph).inFloats();
    try (Replicas replicas = new Replicas(graph, new Threads(2, 1))) {
      Engine engine = GRADIENTS.of(replicas, group);
      List<Double> losses = new ArrayList<>();
      for (int step = 0; step < 2; step++) {
        losses.add(engine.step(new Batch(batch.data(), new int[batch.examples()])));
      }
      return new Trained(losses, graph.params().dup());
    }
  }
}
