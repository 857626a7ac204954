package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.train.TinyTraining.assertFault;
import static org.unroll.core.train.TinyTraining.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** Runs of which something was deleted, emptied or mistaken for something else. */
class DamagedRunsIT {
  @TempDir private Path folder;

  private Path trained() {
    Path run = folder.resolve("run");
    assertThat(Unroll.run(train(run, "-s", "train.epochs=1")).exitCode()).isZero();
    return run;
  }

  private static Unroll resume(Path run, String... more) {
    String[] command = {"tiny", "train", "--no-ui", "--resume", run.toString()};
    String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return Unroll.run(all);
  }

  @Test
  void aFinishedRunWithoutItsCheckpointIsLeftAsItIs() throws IOException {
    Path run = trained();
    Files.delete(TinyTraining.checkpoint(run));
    byte[] model = Files.readAllBytes(run.resolve("model.zip"));

    assertThat(resume(run).out()).contains("finished before");
    assertFault(resume(run, "--test"), "is gone, so it cannot go on");
    assertThat(run.resolve("model.zip")).hasBinaryContent(model);
  }

  @ParameterizedTest
  @CsvSource({"result.json,null", "request.json,null", "request.json,{}", "result.json,{"})
  void anEmptyRecordIsOneMessage(String file, String content) throws IOException {
    Path run = trained();
    Files.writeString(run.resolve(file), content);

    assertFault(resume(run), "cannot read " + run.resolve(file));
  }

  @ParameterizedTest
  @CsvSource({"batch-parts,x", "batch-parts,0", "batch-parts,1.5", "omp-threads,-1"})
  void aNumberOfThreadsThatIsNoneIsOneMessage(String fact, String value) throws IOException {
    Path run = stopped();
    Path file = run.resolve("provenance.json");
    ObjectNode provenance = (ObjectNode) Json.MAPPER.readTree(file.toFile());
    ((ObjectNode) provenance.get("environment")).put(fact, value);
    Files.writeString(file, provenance.toString());

    assertFault(resume(run), "cannot read " + file, fact, "found '" + value + "'");
  }

  @Test
  void aRunFromBeforeThereWerePartsGoesOnWithOneAndSaysSo() throws IOException {
    Path run = stopped();
    Path file = run.resolve("provenance.json");
    ObjectNode provenance = (ObjectNode) Json.MAPPER.readTree(file.toFile());
    ((ObjectNode) provenance.get("environment")).remove("batch-parts");
    Files.writeString(file, provenance.toString());

    String notice = "it began before batches were cut into parts: 1 part (the whole batch), 1 ";
    assertThat(resume(run).out()).containsOnlyOnce(notice);
  }

  private Path stopped() {
    Path run = folder.resolve("run");
    Unroll stopped = Unroll.run(train(run, "-s", "train.epochs=2", "--time-limit", "0s"));
    assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(130);
    assertThat(stopped.out()).doesNotContain("it began before");
    return run;
  }

  @Test
  void anEmptyComparisonIsOneMessage() throws IOException {
    Path comparison = Files.createDirectory(folder.resolve("comparison"));
    Files.writeString(comparison.resolve("comparison.json"), "{}");

    assertFault(Unroll.run("tiny", "compare", "--resume", comparison.toString()), "cannot read");
    assertFault(Unroll.run("tiny", "compare", "--resume", trained().toString()), "is a run, not a");
  }

  @Test
  void aRunOfAnotherAppIsToldAsThat() throws IOException {
    Path run = trained();
    Path config = run.resolve("config.yaml");
    Files.writeString(config, Files.readString(config).replace("app: tiny", "app: other\nx: 1"));

    assertFault(resume(run), "this run is of other, not of tiny");
  }

  @Test
  void noSeedIsAMistake() {
    assertFault(Unroll.run(train(folder.resolve("run"), "--seeds", ",")), "--seeds names no seed");
    assertThat(folder.resolve("run")).doesNotExist();
  }
}
