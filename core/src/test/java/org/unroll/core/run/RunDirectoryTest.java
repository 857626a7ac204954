package org.unroll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

class RunDirectoryTest {
  private static final String APP = "run-directory-test";

  @TempDir private Path folder;

  @AfterEach
  void deleteRuns() throws IOException {
    Path runs = RunDirectory.runs().resolve(APP);
    if (Files.exists(runs)) {
      try (var all = Files.walk(runs)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @Test
  void runsOfTheSameSecondGetDirectoriesOfTheirOwn() {
    Set<Path> paths = new HashSet<>();
    for (int n = 0; n < 5; n++) {
      paths.add(RunDirectory.create(APP, "name").path());
    }

    assertThat(paths).hasSize(5).allSatisfy(path -> assertThat(path).isEmptyDirectory());
    assertThat(paths).allMatch(path -> path.toString().matches(".*\\d{8}-\\d{6}-name(-\\d)?"));
  }

  @Test
  void theLatestRunIsTheNewestThatFinished() throws IOException {
    run("20260101-000000-b", "now");
    Path finished = run("20260102-000000-a", "now");
    Path stopped = run("20260103-000000-stopped", "");
    Path newest = run("20260104-000000-killed", null);
    Files.createDirectory(RunDirectory.runs().resolve(APP).resolve("20260105-000000-unbegun"));

    assertThat(RunDirectory.open(APP, "latest").path()).isEqualTo(stopped); // it has a result
    assertThat(RunDirectory.open(APP, APP + "/latest").path()).isEqualTo(stopped);
    assertThat(RunDirectory.open(APP, APP + "/" + finished.getFileName()).path())
        .isEqualTo(finished); // as runs list prints it
    assertThat(RunDirectory.openUnfinished(APP, "latest").path()).isEqualTo(newest);
    Files.writeString(newest.resolve("result.json"), "{}");
    provenance(newest, "now");
    assertThat(RunDirectory.openUnfinished(APP, "latest").path()).isEqualTo(stopped);
    assertThat(RunDirectory.openUnfinished(APP, finished.toString()).path()).isEqualTo(finished);
  }

  @Test
  void aSeedThatWasStoppedLeavesTheRunUnfinished() throws IOException {
    Path run = run("20260101-000000-seeds", "now");
    Files.delete(run.resolve("provenance.json"));
    assertThat(new RunDirectory(run).finished()).isTrue();
    provenance(Files.createDirectory(run.resolve("seed-1")), "");

    assertThat(new RunDirectory(run).finished()).isFalse();
  }

  @Test
  void noRunThatFinishedIsAMessageThatNamesTheUnfinishedOne() throws IOException {
    Path killed = run("20260101-000000-killed", null);

    assertThatThrownBy(() -> RunDirectory.open(APP, "latest"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no run of " + APP + " has finished yet; the latest, " + killed)
        .hasMessageContaining("train --resume latest");
  }

  @Test
  void noRunLeftToResumeIsAMessageThatNamesTheLatest() throws IOException {
    Path finished = run("20260101-000000-done", "now");

    assertThatThrownBy(() -> RunDirectory.openUnfinished(APP, "latest"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("all finished, the latest is " + finished)
        .hasMessageContaining("--continue " + finished);
  }

  /** With a result if it ended, or was stopped: then the end is empty. */
  private static Path run(String name, String end) throws IOException {
    Path run = RunDirectory.runs().resolve(APP).resolve(name);
    Files.createDirectories(run);
    Files.writeString(run.resolve("config.yaml"), "");
    if (end != null) {
      Files.writeString(run.resolve("result.json"), "{}");
    }
    provenance(run, end == null ? "" : end);
    return run;
  }

  private static void provenance(Path run, String end) throws IOException {
    Files.writeString(run.resolve("provenance.json"), "{\"finished\": \"" + end + "\"}");
  }

  @Test
  void noRunYetIsAMessageThatSaysWhatToDo() {
    assertThatThrownBy(() -> RunDirectory.open(APP, "latest"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("./unroll " + APP + " train");
  }

  @Test
  void anExistingRunIsNeverOverwritten() {
    Path path = folder.resolve("deep/er/run");
    RunDirectory.createAt(path);

    assertThatThrownBy(() -> RunDirectory.createAt(path))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(path + " already exists")
        .hasMessageContaining("--resume");
  }

  @Test
  void aFileWhereAFolderShouldBeIsAMessage() throws IOException {
    Path file = Files.writeString(folder.resolve("runs"), "");

    assertThatThrownBy(() -> RunDirectory.createAt(file.resolve("run")))
        .isInstanceOf(UnwritableFile.class)
        .hasMessageContaining("cannot write " + file.resolve("run"))
        .hasMessageContaining(file + " is a file, expected a folder");
  }

  @Test
  void aFolderThatIsNoRunIsAMessage() {
    assertThatThrownBy(() -> RunDirectory.open(APP, folder.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("expected a directory with a config.yaml");
  }

  @Test
  void aRunWithinAnotherIsOpenedAsItIs() throws IOException {
    RunDirectory parent = new RunDirectory(folder);
    RunDirectory made = parent.within("seed-1");
    Files.writeString(made.config(), "app: x");

    assertThat(made.begun()).isTrue();
    assertThat(parent.within("seed-1").begun()).isTrue();
    assertThat(parent.within("seed-2").begun()).isFalse();
  }

  @Test
  void aComparisonIsNoRun(@TempDir Path comparison) throws IOException {
    Files.writeString(comparison.resolve("comparison.json"), "{}");

    assertThatThrownBy(() -> RunDirectory.open(comparison))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("name one of them");
  }
}
