package org.unroll.apps.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.DiskFault;
import org.unroll.core.harness.KilledTraining;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;
import org.unroll.core.run.RunDirectory;

/** The frame-wise net beside a net: trained once, whatever comes in between. */
class RivalIT {
  @TempDir private Path folder;
  private List<String> settings;

  @BeforeEach
  void writeTable() throws IOException {
    Path table = TinyRecordings.write(folder.resolve("table.csv"));
    settings = new ArrayList<>(TinyRecordings.settings(table));
    settings.add("baselines.frame-wise=true");
    settings.add("train.epochs=4");
    settings.add("graph.output.dropout=0.2"); // chance must not differ after a kill
  }

  private RunDirectory trained(String name) {
    done(TinyRecordings.train(folder.resolve(name), settings, "--test"));
    return new RunDirectory(folder.resolve(name));
  }

  private RunDirectory copy(RunDirectory run, String name) throws IOException {
    Path to = folder.resolve(name);
    try (Stream<Path> all = Files.walk(run.path())) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(run.path().relativize(each)));
      }
    }
    return new RunDirectory(to);
  }

  private static Unroll done(String... arguments) {
    Unroll ended = Unroll.run(arguments);
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    return ended;
  }

  private static Unroll resume(RunDirectory run, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("video", "train", "--no-ui", "--resume", run.path().toString()));
    arguments.addAll(List.of(more));
    return done(arguments.toArray(String[]::new));
  }

  private static JsonNode baselines(RunDirectory run) throws IOException {
    return Json.MAPPER.readTree(run.result().toFile()).get("baselines");
  }

  @Test
  void isScoredOnEverySplitAsItIsAndSmoothed() throws IOException {
    JsonNode baselines = baselines(trained("run"));
    assertThat(baselines.fieldNames())
        .toIterable()
        .containsExactly("most-frequent", "frame-wise", "frame-wise-smoothed");
    for (JsonNode scores : baselines) {
      assertThat(scores.fieldNames()).toIterable().containsExactly("validation", "test");
    }
  }

  @Test
  void aKillWhileItIsWrittenChangesNoNumber() {
    RunDirectory whole = trained("whole");
    RunDirectory killed = new RunDirectory(folder.resolve("killed"));
    DiskFault fault = DiskFault.killInside("rival.zip", 1, 500);
    String[] train = TinyRecordings.train(killed.path(), settings, "--test");
    try (UnrollProcess process = UnrollProcess.start(List.of(fault.option()), train)) {
      assertThat(process.end().exitCode()).isEqualTo(137);
    }
    assertThat(killed.result()).doesNotExist();
    assertThat(killed.rival()).doesNotExist();
    resume(killed);

    KilledTraining.assertSameNumbers(killed, whole);
    assertThat(killed.rivalDue()).doesNotExist();
    assertThat(resume(killed).out()).contains("finished before");
  }

  @Test
  void aTimeLimitLeavesItForTheNextTime() throws IOException {
    RunDirectory whole = trained("whole");
    RunDirectory limited = copy(whole, "limited");
    for (Path file : List.of(limited.rival(), limited.result(), limited.report())) {
      Files.delete(file); // as if the time had been over at the end of the last epoch
    }
    assertThat(resume(limited, "--time-limit", "0s").out())
        .contains("no time was left", "--resume " + limited.path());
    assertThat(baselines(limited).fieldNames()).toIterable().containsExactly("most-frequent");
    assertThat(limited.report()).isNotEmptyFile();
    resume(limited);

    KilledTraining.assertSameNumbers(limited, whole);
    assertThat(resume(limited).out()).contains("finished before");
  }

  /** Folds of two or three recordings; the second lacks what the time limit left out of it. */
  @Test
  void foldsAreScoredAsOneAndGoOnAfterAKillInBetween() throws IOException {
    settings.add(
        "data={train: null, validation: null, test: null, batch: 4, source: '%s', folds: {of: 3}}"
            .formatted(folder.resolve("table.csv")));
    RunDirectory whole = trained("whole");
    JsonNode result = Json.MAPPER.readTree(whole.result().toFile());
    for (String model : List.of("frame-wise", "most-frequent")) {
      assertThat(result.at("/baselines/" + model + "/test/accuracy").asDouble())
          .isEqualTo(pooledAccuracy(whole, model));
    }
    assertThat(result.at("/metrics/test/accuracy").asDouble())
        .isEqualTo(pooledAccuracy(whole, "this net"));

    RunDirectory killed = copy(whole, "killed");
    String before = Files.readString(killed.result());
    deleteAll(killed.within("fold-2").path());
    deleteAll(killed.within("fold-3").path());
    Files.delete(killed.result());
    resume(killed);
    assertThat(withoutClock(Files.readString(killed.result()))).isEqualTo(withoutClock(before));

    Files.delete(killed.within("fold-2").rival());
    Files.delete(killed.within("fold-2").result());
    Files.delete(killed.result());
    resume(killed, "--time-limit", "0s");
    assertThat(baselines(killed).fieldNames()).toIterable().containsExactly("most-frequent");
  }

  private static double pooledAccuracy(RunDirectory parent, String model) throws IOException {
    int right = 0;
    int all = 0;
    for (String fold : List.of("fold-1", "fold-2", "fold-3")) {
      JsonNode answers =
          Json.MAPPER.readTree(parent.within(fold).answers().toFile()).get("test").get(model);
      for (int video = 0; video < answers.get("truth").size(); video++) {
        for (int frame = 0; frame < answers.get("truth").get(video).size(); frame++) {
          int truth = answers.get("truth").get(video).get(frame).asInt();
          double[] said =
              Json.MAPPER.convertValue(
                  answers.get("probabilities").get(video).get(frame), double[].class);
          if (truth >= 0) {
            double most = Arrays.stream(said).max().orElseThrow();
            int first = 0;
            while (said[first] < most) {
              first++;
            }
            right += first == truth ? 1 : 0;
            all++;
          }
        }
      }
    }
    return (double) right / all;
  }

  @Test
  void seedsOfFoldsAreAveraged() throws IOException {
    settings.add(
        "data={train: null, validation: null, test: null, batch: 4, source: '%s', folds: {of: 3}}"
            .formatted(folder.resolve("table.csv")));
    settings.add("train.epochs=2");
    settings.add("baselines.frame-wise=false");
    Path run = folder.resolve("run");
    done(TinyRecordings.train(run, settings, "--test", "--seeds", "1,2"));
    double sum = 0;
    for (String seed : List.of("seed-1", "seed-2")) {
      JsonNode of = Json.MAPPER.readTree(run.resolve(seed + "/result.json").toFile());
      sum += of.at("/metrics/test/accuracy").asDouble();
      assertThat(run.resolve(seed + "/fold-3/result.json")).exists();
    }
    JsonNode all = Json.MAPPER.readTree(run.resolve("result.json").toFile());
    assertThat(all.at("/metrics/test/accuracy").asDouble()).isEqualTo(sum / 2);
    assertThat(run.resolve("answers.json")).doesNotExist();
  }

  private static String withoutClock(String json) {
    return json.replaceAll("\"(seconds|examples-per-second|name)\"\\s*:\\s*[^,}]*", "");
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(each);
      }
    }
  }
}
