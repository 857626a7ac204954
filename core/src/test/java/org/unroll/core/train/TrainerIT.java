package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.unroll.core.UserError;
import org.unroll.core.config.EarlyStopConfig;
import org.unroll.core.config.ScheduleConfig;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.TinyNet;
import org.unroll.core.train.TrainingState.Best;

class TrainerIT {
  private static final int BATCHES = 3;

  private final ComputationGraph graph = TinyNet.perStep(new Adam(0.05), 0, OptionalInt.empty());

  private final Engine engine = Engine.local(graph, OptionalDouble.empty());

  /** What happened, in order. */
  private final List<String> log = new ArrayList<>();

  private final List<EpochReport> reports = new ArrayList<>();

  /** What validation gives, epoch by epoch; the last value stays. */
  private List<Double> accuracies = List.of(0.5);

  /** The same of log-loss, which is not scored if there is none. */
  private List<Double> losses = List.of();

  private String validated = "accuracy";

  private BooleanSupplier stop = () -> false;

  /** What validation does before it gives something. */
  private BooleanSupplier refusing = () -> false;

  @Test
  void trainsAllEpochsAndReportsBeforeItSaves() {
    accuracies = List.of(0.5, 0.7, 0.6);
    TrainingState end = train(config(3, 5), Trainer.start(config(3, 5)));

    assertThat(log)
        .containsExactly(
            "step 1",
            "step 2",
            "step 3",
            "epoch 1",
            "best 1/0",
            "last 1/0",
            "step 1",
            "step 2",
            "step 3",
            "epoch 2",
            "best 2/0",
            "last 2/0",
            "step 1",
            "step 2",
            "step 3",
            "epoch 3",
            "last 3/0");
    assertThat(end.best()).isEqualTo(new Best(2, 0.7, Double.NaN, 1));
    assertThat(end.spent().examples()).isEqualTo(3L * BATCHES * TinyNet.EXAMPLES);
    assertThat(Trainer.finished(config(3, 5), end)).isTrue();
  }

  @Test
  void theLossOfAnEpochIsTheMeanOverItsBatchesAndFalls() {
    train(config(15, 15), Trainer.start(config(15, 15)));

    assertThat(reports).hasSize(15);
    double first = reports.get(0).train().get("loss");
    assertThat(first).isBetween(0.5, 2.0); // of three classes: about ln 3
    assertThat(reports.get(14).train().get("loss")).isLessThan(first / 2);
  }

  /** The last step of an epoch may break the net, and no other step finds it out. */
  @Test
  void answersThatAreNoNumbersAreADivergence() {
    IllegalArgumentException refused = new IllegalArgumentException("probability NaN");
    BooleanSupplier refuse =
        () -> {
          throw refused;
        };
    refusing = refuse;
    assertThatThrownBy(() -> train(config(1, 1), Trainer.start(config(1, 1)))).isSameAs(refused);

    refusing =
        () -> {
          graph.params().assign(1e200);
          return refuse.getAsBoolean();
        };
    assertThatThrownBy(() -> train(config(1, 1), Trainer.start(config(1, 1))))
        .isInstanceOf(DivergedTraining.class)
        .hasMessageContaining("answers of the net are no longer finite after epoch 0, batch 3");
    assertThat(log).doesNotContain("last 1/0");
  }

  @Test
  void stopsWhenTheMetricNoLongerImproves() {
    accuracies = List.of(0.5, 0.6, 0.6, 0.55);
    TrainingState end = train(config(50, 2), Trainer.start(config(50, 2)));

    assertThat(end.epoch()).isEqualTo(4);
    assertThat(end.best()).isEqualTo(new Best(2, 0.6, Double.NaN, 2));
  }

  @Test
  void betweenEpochsOfOneValueTheLessSurprisedOneIsTheBest() {
    accuracies = List.of(0.0, 0.0, 0.0, 0.5, 0.5, 0.5, 0.4);
    losses = List.of(3.0, 2.0, 2.5, 2.2, 2.1, 2.1, 1.0);
    TrainConfig config = config(7, 3);
    TrainingState state = Trainer.start(config);
    stop = () -> true; // what is compared with must be in the checkpoint
    while (!Trainer.finished(config, state)) {
      state = train(config, state);
    }

    assertThat(state.best()).isEqualTo(new Best(5, 0.5, 2.1, 2));
    assertThat(log).contains("best 1/0", "best 2/0", "best 4/0", "best 5/0");
    assertThat(log).doesNotContain("best 3/0", "best 6/0", "best 7/0");
  }

  @Test
  void epochsBeforeTheFirstThatIsComparedAreNeverTheBest() {
    accuracies = List.of(0.9, 0.4, 0.5, 0.3);
    TrainConfig config = from(2, config(4, 2));
    TrainingState end = train(config, Trainer.start(config));

    assertThat(end.best()).isEqualTo(new Best(3, 0.5, Double.NaN, 1));
  }

  @Test
  void theFirstEpochIsTheBestSoFarEvenWithoutANumber() {
    accuracies = List.of(Double.NaN, Double.NaN);
    TrainingState end = train(config(2, 5), Trainer.start(config(2, 5)));

    assertThat(end.best().epoch()).isEqualTo(1);
    assertThat(log).containsOnlyOnce("best 1/0").doesNotContain("best 2/0");
  }

  @Test
  void aMetricThatTheDataDoNotGiveIsAMistake() {
    validated = "mae";

    assertThatThrownBy(() -> train(config(2, 5), Trainer.start(config(2, 5))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("train.early-stop.metric: accuracy cannot be counted")
        .hasMessageContaining("mae");
  }

  @Test
  void theScheduleIsFollowed() {
    accuracies = List.of(0.5, 0.4, 0.4, 0.4);
    TrainConfig config = config(4, 9, new ScheduleConfig(ScheduleConfig.Kind.PLATEAU, 0.5, 1));
    train(config, Trainer.start(config));

    assertThat(reports)
        .extracting(EpochReport::learningRate)
        .containsExactly(0.05, 0.05, 0.025, 0.0125);
  }

  @Test
  void stoppedInsideAnEpochItSavesAndGoesOnToTheSameWeights() {
    TrainConfig config = config(4, 9);
    ComputationGraph other = graph.clone();
    train(config, Trainer.start(config));
    double[] whole = graph.params().toDoubleVector();
    graph.setParams(other.params());
    graph.getUpdater().getStateViewArray().assign(0);
    graph.getConfiguration().setIterationCount(0);

    log.clear();
    TrainingState state = Trainer.start(config);
    stop = () -> true; // after every step
    while (!Trainer.finished(config, state)) {
      state = train(config, state);
    }

    assertThat(graph.params().toDoubleVector()).isEqualTo(whole);
    assertThat(log)
        .containsSequence("step 1", "last 0/1", "step 2", "last 0/2", "step 3", "epoch 1");
  }

  @Test
  void aStepThatDivergesEndsItWithTheLastCheckpointBefore() {
    TrainConfig config = config(9, 9);
    Batches breaking =
        new Three() {
          @Override
          public Batch get(int epoch, int n) {
            Batch batch = super.get(epoch, n);
            if (epoch == 2 && n == 1) {
              batch.data().getFeatures(0).assign(Double.NaN);
            }
            return batch;
          }
        };

    assertThatThrownBy(() -> trainer(config, breaking).train(Trainer.start(config)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("epoch 3, batch 2");
    assertThat(log).endsWith("last 2/0", "step 1");
    assertThat(graph.params().sumNumber().doubleValue()).isFinite();
  }

  @Test
  void seedsOfStepsDiffer() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 0; seed < 4; seed++) {
      for (int epoch = 0; epoch < 10; epoch++) {
        for (int batch = 0; batch < 10; batch++) {
          seeds.add(Trainer.stepSeed(seed, epoch, batch));
        }
      }
    }

    assertThat(seeds).doesNotHaveDuplicates();
  }

  private TrainingState train(TrainConfig config, TrainingState from) {
    return trainer(config, new Three()).train(from);
  }

  private Trainer trainer(TrainConfig config, Batches batches) {
    Trainer.Plan plan =
        new Trainer.Plan(
            config, 1, batches, engine, this::validate, new DivergenceGuard(() -> graph));
    return new Trainer(plan, new Logged(), List.of(new Watching()), () -> stop.getAsBoolean());
  }

  private Map<String, Double> validate() {
    refusing.getAsBoolean();
    Map<String, Double> scores = new HashMap<>();
    scores.put(validated, accuracies.get(Math.min(reports.size(), accuracies.size() - 1)));
    if (!losses.isEmpty()) {
      scores.put("log-loss", losses.get(Math.min(reports.size(), losses.size() - 1)));
    }
    return scores;
  }

  private static TrainConfig config(int epochs, int patience) {
    return config(epochs, patience, new ScheduleConfig(ScheduleConfig.Kind.STEP, 1, 1));
  }

  private static TrainConfig config(int epochs, int patience, ScheduleConfig schedule) {
    UpdaterConfig adam =
        new UpdaterConfig(
            OptionalDouble.empty(),
            OptionalDouble.of(0.05),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    return new TrainConfig(
        epochs,
        adam,
        Optional.of(schedule),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        new EarlyStopConfig("accuracy", patience, 1),
        false,
        Optional.empty());
  }

  private static TrainConfig from(int first, TrainConfig config) {
    EarlyStopConfig stop = config.earlyStop();
    return new TrainConfig(
        config.epochs(),
        config.updater(),
        config.schedule(),
        config.clipNorm(),
        config.tbptt(),
        new EarlyStopConfig(stop.metric(), stop.patience(), first),
        config.refit(),
        config.engine());
  }

  private static class Three implements Batches {
    @Override
    public int size() {
      return BATCHES;
    }

    @Override
    public int examples() {
      return BATCHES * TinyNet.EXAMPLES;
    }

    @Override
    public Batch get(int epoch, int n) {
      MultiDataSet data = TinyNet.perStepBatch();
      data.getFeatures(0).addi(0.01 * n);
      return new Batch(data, new int[TinyNet.EXAMPLES]);
    }
  }

  private final class Logged implements Checkpoints {
    @Override
    public void best(TrainingState state) {
      log.add("best " + state.epoch() + "/" + state.batch());
    }

    @Override
    public void last(TrainingState state) {
      log.add("last " + state.epoch() + "/" + state.batch());
    }
  }

  private final class Watching implements TrainingMonitor {
    @Override
    public void onStep(TrainingState state, int batches) {
      log.add("step " + state.batch());
    }

    @Override
    public void onEpoch(EpochReport report, Best best) {
      log.add("epoch " + report.epoch());
      reports.add(report);
    }
  }
}
