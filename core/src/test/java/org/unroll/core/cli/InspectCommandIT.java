package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;

/** What {@code inspect} says of runs that are finished, locked, many, or of other nets. */
class InspectCommandIT {
  @TempDir private static Path shared;
  private static Path trained;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    trained = shared.resolve("trained");
    assertThat(train(trained).exitCode()).isZero();
  }

  private static Unroll train(Path run, String... more) {
    List<String> command = new ArrayList<>(List.of("tiny", "train", "--no-ui"));
    command.addAll(List.of("-s", "train.epochs=2", "--run-dir", run.toString()));
    command.addAll(List.of(more));
    return Unroll.run(command.toArray(String[]::new));
  }

  private static Unroll inspect(Object... arguments) {
    List<String> command = new ArrayList<>(List.of("inspect"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return Unroll.run(command.toArray(String[]::new));
  }

  private static void assertRefused(Unroll refused, String... parts) {
    assertThat(refused.exitCode()).as(refused.out()).isEqualTo(2);
    assertThat(refused.err()).contains(parts).hasLineCount(1);
  }

  @Test
  void aTrainingLeavesWhatIsInsideItsNet() throws IOException {
    JsonNode inspection = Json.MAPPER.readTree(trained.resolve("inspection.json").toFile());
    assertThat(inspection.path("panels")).hasSize(5);
    assertThat(inspection.path("examples").asInt()).isEqualTo(4);
    List<Integer> epochs = new ArrayList<>();
    for (String line : Files.readAllLines(trained.resolve("spectrum.jsonl"))) {
      epochs.add(Json.MAPPER.readTree(line).path("epoch").asInt());
    }
    assertThat(epochs).containsExactly(0, 1, 2);
    assertThat(trained.resolve("report.html"))
        .content()
        .contains("<h2>Inside the net</h2>", "Gradient by the state, by steps back")
        .contains("Gates of encoder", "States of encoder", "Units of encoder")
        .contains("Spectral radius of encoder by epoch", "data:image/png;base64,");
  }

  @Test
  void aRunIsInspectedAnew() throws IOException {
    byte[] first = Files.readAllBytes(trained.resolve("inspection.json"));
    Unroll again = inspect(trained);
    assertThat(trained.resolve("inspection.json")).hasBinaryContent(first);
    Unroll few = inspect(trained, "--examples", 2);
    int examples =
        Json.MAPPER.readTree(trained.resolve("inspection.json").toFile()).path("examples").asInt();
    inspect(trained);

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out())
        .containsSubsequence("Gradient in numbers\nlayer", "encoder  ")
        .containsSubsequence("Mean share of units and steps\n", "encoder  forget")
        .containsSubsequence("Recurrent matrices\n", "encoder  candidate")
        .endsWith("report " + trained.resolve("report.html") + "\n");
    assertThat(few.exitCode()).isZero();
    assertThat(examples).isEqualTo(2);
  }

  @Test
  void whileSomebodyTrainsThereItSaysWhatIsStored() {
    Unroll locked = RunLock.during(new RunDirectory(trained), () -> inspect(trained));

    assertThat(locked.exitCode()).as(locked.err()).isZero();
    assertThat(locked.out())
        .containsSubsequence("is training in " + trained, "this is what the run has stored:")
        .contains("Gradient in numbers", "Recurrent matrices");
  }

  @Test
  void whileTheFirstEpochsRunThereAreTheWeightsAlone() throws IOException {
    Path run = folder.resolve("run");
    train(run);
    Files.delete(run.resolve("inspection.json"));
    Files.delete(run.resolve("model.zip"));
    Unroll unfinished = inspect(run);

    assertThat(unfinished.exitCode()).as(unfinished.err()).isZero();
    assertThat(unfinished.out()).contains("no model at", "Recurrent matrices");
    assertThat(unfinished.out()).doesNotContain("Gradient in numbers");
    Files.delete(run.resolve("spectrum.jsonl"));
    assertRefused(inspect(run), "nothing is stored in " + run, "train it to its end");
  }

  @Test
  void aNetWithoutRecurrentLayersIsRefusedAndItsReportHasNoSuchSection() {
    Path run = folder.resolve("run");
    train(
        run,
        "-s",
        "graph={seen: {vertex: pool-time, kind: max, input: steps}, output: {layer: softmax, input: seen}}");

    assertThat(run.resolve("inspection.json")).doesNotExist();
    assertThat(run.resolve("report.html")).content().doesNotContain("Inside the net");
    assertRefused(inspect(run), "no lstm, gru or rnn layer");
  }

  @Test
  void nonsenseIsRefused() {
    assertRefused(inspect(folder.resolve("nothing")), "no run at");
    assertRefused(inspect(trained, "--examples", 0), "--examples 0", "from 1 on");
    assertThat(inspect().exitCode()).isEqualTo(2);
  }

  @Test
  void aComparisonIsDrawnInOnePicture() throws IOException {
    Path parent = folder.resolve("both");
    String plain = "plain:graph.encoder={layer: rnn, size: 6, bidirectional: true, input: mixed}";
    Unroll.run(
        "tiny", "compare", "-s", "train.epochs=1", "-v", plain, "--run-dir", parent.toString());
    Files.delete(parent.resolve("plain/inspection.json"));
    Unroll compared = inspect(parent);

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out())
        .containsSubsequence(
            "Gradient in numbers\n",
            "default: encoder",
            "plain: encoder forwards",
            "plain: encoder backwards")
        .endsWith("page " + parent.resolve("inspection.html") + "\n");
    assertThat(parent.resolve("plain/inspection.json")).exists();
    assertThat(parent.resolve("inspection.html"))
        .content()
        .containsSubsequence(
            "state of encoder, by steps back",
            "state of encoder forwards, by steps back",
            "state of encoder backwards, by steps back",
            "<td>plain: encoder backwards</td>");
  }

  @Test
  void severalRunsAndTheSeedsOfOneStandSideBySide() {
    Path seeds = folder.resolve("seeds");
    train(seeds, "--seeds", "1,2");
    Unroll both = inspect(trained, seeds);

    assertThat(both.exitCode()).as(both.err()).isZero();
    assertThat(both.out())
        .containsSubsequence("trained: encoder", "seeds/seed-1: encoder", "seeds/seed-2: encoder")
        .contains("page " + trained.resolve("inspection-with-seeds.html"));
    assertThat(inspect(seeds).out()).containsSubsequence("seed-1: encoder", "seed-2: encoder");
  }

  @Test
  void thePageOfSeveralRunsGoesWhereItIsAsked() throws IOException {
    Path other = copied("other");
    Path page = folder.resolve("page.html");
    Unroll first = inspect(trained, other, "--out", page);
    byte[] written = Files.readAllBytes(page);
    assertRefused(inspect(trained, other, "--out", page), "is there already", "--force");
    assertThat(page).hasBinaryContent(written);

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).endsWith("page " + page + "\n");
    assertThat(inspect(trained, other, "--out", page, "--force").exitCode()).isZero();
    assertRefused(inspect(trained, other, "--out", folder.resolve("a.txt")), "ends in .html");
    assertRefused(inspect(trained, "--out", folder.resolve("b.html")), "of several runs");
  }

  private Path copied(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    for (String file : List.of("config.yaml", "request.json", "model.zip", "inspection.json")) {
      Files.copy(trained.resolve(file), copy.resolve(file));
    }
    return copy;
  }

  @Test
  void runsThatCannotBeInspectedAreLeftOutAndTold() throws IOException {
    Path begun = copied("begun");
    Files.delete(begun.resolve("model.zip"));
    Files.delete(begun.resolve("inspection.json"));
    Path whole = copied("whole");
    Unroll one = inspect(begun, whole);
    Files.delete(whole.resolve("inspection.json"));
    Files.writeString(whole.resolve("model.zip"), "no zip");
    Unroll none = inspect(begun, whole);

    assertThat(one.exitCode()).as(one.err()).isZero();
    assertThat(one.err()).startsWith("left out: begun: no model at ");
    assertThat(one.out()).contains("whole: encoder");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err())
        .hasLineCount(2)
        .contains(
            "begun: no model at ", "whole: " + whole.resolve("model.zip") + " is not a readable");
  }

  @Test
  void aDamagedModelIsRefusedAndTheReportStaysAsItWas() throws IOException {
    Path run = copied("run");
    Files.writeString(run.resolve("report.html"), "as it was");
    Files.write(run.resolve("model.zip"), new byte[100]);

    assertRefused(inspect(run), run.resolve("model.zip") + " is not a readable model");
    assertThat(run.resolve("report.html")).content().isEqualTo("as it was");
  }

  @Test
  void aBrokenConfigIsToldByLineAndColumn() throws IOException {
    Path run = copied("run");
    Files.delete(run.resolve("inspection.json"));
    Files.writeString(run.resolve("config.yaml"), "app: tiny\ngraph: {\n");

    assertRefused(inspect(run), run.resolve("config.yaml") + ":3:", "nothing is stored");
  }
}
