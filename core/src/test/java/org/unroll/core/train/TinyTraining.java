package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;

/** Short ways to start and check trainings of the tiny app. */
final class TinyTraining {
  private TinyTraining() {}

  static String[] train(Path run, String... more) {
    List<String> command = new ArrayList<>(List.of("tiny", "train", "--no-ui"));
    command.addAll(List.of("--run-dir", run.toString()));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  static Unroll inProcess(List<String> options, String... arguments) {
    try (UnrollProcess process = UnrollProcess.start(options, arguments)) {
      return process.end();
    }
  }

  static void assertFault(Unroll ended, String... parts) {
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains(parts).hasLineCount(1);
  }

  static Path checkpoint(Path run) {
    return run.resolve("checkpoints/last.zip");
  }

  static void assertNothingHalfWritten(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
    }
    for (String file : List.of("metrics.jsonl", "samples.jsonl", "spectrum.jsonl")) {
      for (String line : Files.readAllLines(run.resolve(file))) {
        assertThat(Json.MAPPER.readTree(line).isObject()).as(line).isTrue();
      }
    }
  }
}
