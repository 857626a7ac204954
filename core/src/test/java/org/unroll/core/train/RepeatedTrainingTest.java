package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.app.Repetition;
import org.unroll.core.metric.Judge;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Verdict;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

class RepeatedTrainingTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void meansAndSampleDeviationsAreOverTheSeeds() {
    RunDirectory parent = RunDirectory.createAt(folder.resolve("parent"));
    RunResult pooled =
        runs(parent, 1, 2, 4).train((seed, run) -> Optional.of(result(seed))).orElseThrow();

    assertThat(pooled.metrics().get("validation").get("mae")).isCloseTo(7 / 3.0, within(1e-15));
    assertThat(pooled.standardDeviations().get("validation").get("mae"))
        .isCloseTo(Math.sqrt(7 / 3.0), within(1e-15));
    assertThat(pooled.baselines().get("naive").get("validation").get("mae"))
        .isCloseTo(14 / 3.0, within(1e-15));
    assertThat(pooled.seconds()).isEqualTo(7);
    assertThat(pooled.name()).isEqualTo("parent");
    assertThat(RunResult.read(parent)).isEqualTo(pooled);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("seed 4", "Scores on the validation split\nmodel ")
        .containsPattern("this net +2.3333 ± 1.5275\nnaive +4.6667\nThis net ");
  }

  @Test
  void theVerdictIsOfTheDifferencesFromTrainingToTraining() {
    RunDirectory parent = RunDirectory.createAt(folder.resolve("parent"));
    RunResult pooled =
        runs(parent, 1, 2, 3).train((seed, run) -> Optional.of(result(seed))).orElseThrow();

    Verdict verdict = pooled.verdict().get("validation");
    assertThat(verdict.says()).isEqualTo(Verdict.Says.EVEN); // they are -1, -2, -3
    assertThat(verdict.difference()).isCloseTo(-2, within(1e-12));
    assertThat(verdict.noise()).isCloseTo(4.30 / Math.sqrt(3), within(1e-12));
    assertThat(RunResult.read(parent).verdict()).isEqualTo(pooled.verdict());
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("4.0000\nThis net is within the noise of the best simple model, naive: mae")
        .contains("95 % over 3 seeds", "try one key or another.");
  }

  @Test
  void whatCannotBeMeasuredOnEveryFoldIsNotPooled() {
    RunDirectory parent = RunDirectory.createAt(folder.resolve("parent"));
    Map<String, Double> both = Map.of("mae", 3.0, "r2", 0.5);
    RunResult pooled =
        runs(parent, 1, 2)
            .train((fold, run) -> Optional.of(fold.value().equals("1") ? result(both) : result(1)))
            .orElseThrow();

    assertThat(pooled.metrics()).isEqualTo(Map.of("validation", Map.of("mae", 2.0)));
    assertThat(pooled.standardDeviations().get("validation")).containsOnlyKeys("mae");
  }

  @Test
  void oneSeedHasNoDeviation() {
    RunDirectory parent = RunDirectory.createAt(folder.resolve("parent"));
    RunResult pooled =
        runs(parent, 5).train((seed, run) -> Optional.of(result(seed))).orElseThrow();

    assertThat(pooled.standardDeviations()).isNull();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("5.0").doesNotContain("±");
  }

  @Test
  void aStoppedTrainingStopsTheRestAndTheNextTimeGoesOnThere() {
    RunDirectory parent = RunDirectory.createAt(folder.resolve("parent"));
    List<Path> trained = new ArrayList<>();
    Optional<RunResult> stopped =
        runs(parent, 1, 2, 3)
            .train(
                (seed, run) -> {
                  trained.add(parent.path().relativize(run.path()));
                  return seed.value().equals("2") ? Optional.empty() : Optional.of(result(seed));
                });
    Optional<RunResult> pooled =
        runs(parent, 1, 2, 3).train((seed, run) -> Optional.of(result(seed)));

    assertThat(stopped).isEmpty();
    assertThat(trained).containsExactly(Path.of("seed-1"), Path.of("seed-2"));
    assertThat(pooled).isPresent();
    assertThat(parent.path().resolve("seed-3")).isDirectory();
  }

  private RepeatedTraining runs(RunDirectory parent, int... seeds) {
    List<Repetition> list = new ArrayList<>();
    for (int seed : seeds) {
      list.add(new Repetition("seed", "" + seed, List.of("seed=" + seed)));
    }
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Judge judge = new Judge(Metric.MAE, List.of("one key", "another"), List.of("naive"));
    return new RepeatedTraining(parent, list, out, judge);
  }

  private static RunResult result(Repetition seed) {
    return result(Double.parseDouble(seed.value()));
  }

  private static RunResult result(double mae) {
    return result(Map.of("mae", mae));
  }

  private static RunResult result(Map<String, Double> scores) {
    double mae = scores.get("mae");
    Map<String, Map<String, Double>> metrics = Map.of("validation", scores);
    Map<String, Map<String, Map<String, Double>>> baselines =
        Map.of("naive", Map.of("validation", Map.of("mae", 2 * mae)));
    return new RunResult(1, "tiny", "seed", metrics, baselines, mae, 10, 5, 3, 2, null, "");
  }
}
