package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.core.run.DataFacts;
import org.unroll.core.run.RunDirectory;

class RunNotesTest {
  @TempDir Path folder;

  @Test
  void noticesReachTheUserAndAreKeptOnce() throws Exception {
    RunNotes notes = new RunNotes();
    List<String> told = new ArrayList<>();
    DataAccess access =
        notes.listening(new DataAccess(true, told::add, Progress.SILENT, Map.of("text", "review")));
    access.notices().accept("a.csv: 1 of 9 rows bad; a.csv:3: no label");
    access.notices().accept("a.csv: 1 of 9 rows bad; a.csv:3: no label");
    assertThat(told).hasSize(2);
    assertThat(access.offline()).isTrue();
    assertThat(access.columns()).containsEntry("text", "review");
    RunDirectory run = new RunDirectory(folder);
    notes.write(run, List.of());
    DataFacts kept = Json.MAPPER.readValue(run.data().toFile(), DataFacts.class);
    assertThat(kept.notices()).containsExactly("a.csv: 1 of 9 rows bad; a.csv:3: no label");
  }

  @Test
  void whatIsTimedWithinStandsBehindAndWorkIsAddedUp() throws Exception {
    RunNotes notes = new RunNotes();
    int made =
        notes.time("epochs", () -> notes.time("samples", () -> 1) + notes.time("samples", () -> 2));
    assertThat(made).isEqualTo(3);
    RunDirectory run = new RunDirectory(folder);
    notes.write(run, List.of());
    String written = Files.readString(run.timings());
    assertThat(written).containsSubsequence("epochs", "samples");
    assertThat(Json.MAPPER.readTree(written).path("epochs").asDouble())
        .isGreaterThanOrEqualTo(Json.MAPPER.readTree(written).path("samples").asDouble());
  }
}
