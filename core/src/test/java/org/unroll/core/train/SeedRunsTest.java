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
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

class SeedRunsTest {
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
    assertThat(pooled.baselines().get("skip-alone").get("validation").get("mae"))
        .isCloseTo(14 / 3.0, within(1e-15));
    assertThat(pooled.seconds()).isEqualTo(7);
    assertThat(pooled.name()).isEqualTo("parent");
    assertThat(RunResult.read(parent)).isEqualTo(pooled);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("seed 4", "Scores on the validation split\nmodel ")
        .containsPattern("this net +2.3333 ± 1.5275\nskip-alone +4.6667\n");
  }

  @Test
  void oneSeedHasNoDeviation() {
    RunDirectory parent = RunDirectory.createAt(folder.resolve("parent"));
    RunResult pooled =
        runs(parent, 5).train((seed, run) -> Optional.of(result(seed))).orElseThrow();

    assertThat(pooled.standardDeviations().get("validation").get("mae")).isZero();
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
                  return seed == 2 ? Optional.empty() : Optional.of(result(seed));
                });
    Optional<RunResult> pooled =
        runs(parent, 1, 2, 3).train((seed, run) -> Optional.of(result(seed)));

    assertThat(stopped).isEmpty();
    assertThat(trained).containsExactly(Path.of("seed-1"), Path.of("seed-2"));
    assertThat(pooled).isPresent();
    assertThat(parent.path().resolve("seed-3")).isDirectory();
  }

  private SeedRuns runs(RunDirectory parent, long... seeds) {
    List<Long> list = new ArrayList<>();
    for (long seed : seeds) {
      list.add(seed);
    }
    return new SeedRuns(parent, list, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private static RunResult result(double mae) {
    Map<String, Map<String, Double>> metrics = Map.of("validation", Map.of("mae", mae));
    Map<String, Map<String, Map<String, Double>>> baselines =
        Map.of("skip-alone", Map.of("validation", Map.of("mae", 2 * mae)));
    return new RunResult(1, "tiny", "seed", metrics, baselines, mae, 10, 5, 3, 2, null, "");
  }
}
