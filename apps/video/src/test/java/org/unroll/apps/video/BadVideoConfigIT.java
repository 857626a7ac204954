package org.unroll.apps.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unroll.core.harness.Unroll;

/** Configs that do not go with the data: one clear message and nothing left behind. */
class BadVideoConfigIT {
  private static final String SOFTMAX = "{layer: softmax, input: memory}";
  private static final String REGRESSION = "{layer: regression, input: memory}";
  private static final String MSE = "train.early-stop.metric=mse";
  private static final String ANGLE = "data.columns.targets=[angle]";

  @TempDir private Path folder;
  private Path table;

  @BeforeEach
  void writeTable() throws IOException {
    StringBuilder rows = new StringBuilder("video,x,angle,label\n");
    for (int frame = 0; frame < 40; frame++) {
      rows.append(
          "v%d,%d,0.%d,%s\n".formatted(frame / 10, frame % 3, frame, "ab".charAt(frame % 2)));
    }
    table = Files.writeString(folder.resolve("table.csv"), rows);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(List.of(graph(SOFTMAX), ANGLE, MSE), "graph.output", "softmax", "regression"),
        refused(List.of(graph(REGRESSION), MSE), "graph.output", "softmax"),
        refused(
            List.of(
                graph("{layer: quantiles, levels: [0.1, 0.5, 0.9], input: memory}"), ANGLE, MSE),
            "graph.output",
            "regression"),
        refused(List.of(graph(REGRESSION), ANGLE), "train.early-stop.metric", "accuracy", "mae"),
        refused(List.of(graph(SOFTMAX), MSE), "train.early-stop.metric", "mse", "accuracy"),
        refused(
            List.of(graph("{layer: softmax, class-weights: [1, 2, 3], input: memory}")),
            "class-weights",
            "2",
            "3"),
        refused(
            List.of(
                "graph={memory: {layer: gru, size: 4, input: frames}, output: " + SOFTMAX + "}"),
            "frames"),
        refused(
            List.of(
                "graph={look: {layer: conv, filters: 2, kernel: 3, input: frames},"
                    + " memory: {vertex: flatten, input: look}, output: "
                    + SOFTMAX
                    + "}"),
            "table.csv:2",
            "features",
            "'frames'"),
        refused(
            List.of(
                "graph={cell: {layer: gru, size: 4, input: features},"
                    + " memory: {vertex: final-state, input: cell}, output: "
                    + SOFTMAX
                    + "}"),
            "graph.output.input",
            "frame"),
        refused(
            List.of(
                "graph={memory: {layer: lstm, size: 4, bidirectional: true, input: features}, output: "
                    + SOFTMAX
                    + "}",
                "train.tbptt=4"),
            "tbptt",
            "memory"),
        refused(List.of(graph(SOFTMAX), "clip.step=3"), "clip.step", "length"),
        refused(List.of(graph(SOFTMAX), "clip={window: 10}"), "clip.window", "64"),
        refused(
            List.of(graph(SOFTMAX), "picture.augment.flip=true"), "picture.augment", "features"),
        refused(List.of(graph(SOFTMAX), "mirror.classes={a: c}"), "mirror.classes", "'c'", "a, b"));
  }

  private static Arguments refused(List<String> settings, String... message) {
    return Arguments.of(settings, List.of(message));
  }

  private static String graph(String head) {
    return "graph={memory: {layer: gru, size: 4, input: features}, output: " + head + "}";
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("refused")
  void isRefusedInOneMessage(List<String> settings, List<String> message) {
    assertRefused(train(settings), message);
  }

  @Test
  void clipsLongerThanAllRecordingsAreWholeRecordings() {
    Unroll trained = train(List.of(graph(SOFTMAX), "clip.length=5000"));
    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
    assertThat(trained.out()).contains(" 4 training examples");
  }

  @Test
  void aClassOfTheTestDataThatTrainingLacksIsRefusedAndTheNetKept() throws IOException {
    String rows = Files.readString(table).replace(",a\n", ",c\n");
    Path other = Files.writeString(folder.resolve("other.csv"), rows);
    List<String> settings = List.of(graph(SOFTMAX));
    assertThat(train(settings).exitCode()).isZero();
    Unroll scored =
        Unroll.run("video", "evaluate", "--run", "" + folder.resolve("run"), "--data", "" + other);
    assertThat(scored.exitCode()).isEqualTo(2);
    assertThat(scored.err()).contains("other.csv:2", "\"c\"", "a, b").doesNotContain("\tat ");
  }

  /** Columns may stand in any order; one that is missing is named. */
  @Test
  void featuresAreFoundByTheirNames() throws IOException {
    assertThat(train(List.of(graph(SOFTMAX))).exitCode()).isZero();
    String run = folder.resolve("run").toString();
    String all = Files.readString(table);
    String turned = all.replaceAll("(?m)^([^,]*),([^,]*),([^,]*),", "$1,$3,$2,");
    Path other = Files.writeString(folder.resolve("turned.csv"), turned);
    Unroll first = Unroll.run("video", "predict", "--run", run, "--in", "" + table);
    Unroll second = Unroll.run("video", "predict", "--run", run, "--in", "" + other);
    assertThat(second.out()).isEqualTo(first.out()).isNotEmpty();

    Files.writeString(other, all.replaceFirst("angle", "angel"));
    assertLacksAngle(Unroll.run("video", "predict", "--run", run, "--in", "" + other));
    assertLacksAngle(Unroll.run("video", "evaluate", "--run", run, "--data", "" + other));
    List<String> validated = List.of(graph(SOFTMAX), "data.validation=" + other);
    assertThat(train(folder.resolve("next"), validated).err()).contains("turned.csv:2: no feature");
    assertThat(folder.resolve("next")).doesNotExist();
  }

  @Test
  void aTypedPathIsThatOfOneRecording() throws IOException {
    assertThat(train(List.of(graph(SOFTMAX))).exitCode()).isZero();
    List<String> rows = Files.readAllLines(table);
    Path one = Files.write(folder.resolve("one.csv"), rows.subList(0, 11));
    Unroll said = predict(one.toString());
    assertThat(said.err()).doesNotContain("\tat ");
    assertThat(said.out()).contains("v0  0.00");
    for (String wrong : List.of(table.toString(), folder.resolve("lost.mp4").toString(), "a\0b")) {
      Unroll refused = predict(wrong);
      assertThat(refused.err()).doesNotContain("\tat ", "Exception").isNotEmpty();
      assertThat(refused.exitCode()).isEqualTo(2);
    }
    assertThat(predict(table.toString()).err()).contains("table.csv: it has 4 recordings", "--in");
  }

  private Unroll predict(String typed) {
    String run = folder.resolve("run").toString();
    return Unroll.runWithInput(typed + "\n", "video", "predict", "--run", run);
  }

  private static void assertLacksAngle(Unroll command) {
    assertThat(command.err())
        .contains("no feature 'angle'", "x, angel", "data.columns.features")
        .doesNotContain("\tat ");
    assertThat(command.exitCode()).isEqualTo(2);
  }

  @Test
  void aClassThatOnlyTheTestDataHaveIsToldAfterTraining() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.csv"), Files.readString(table).replace(",a\n", ",c\n"));
    Unroll trained = train(List.of(graph(SOFTMAX), "data.test=" + other), "--test");
    assertThat(trained.err()).contains("other.csv:2", "\"c\"", "a, b").doesNotContain("\tat ");
    assertThat(trained.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("run/result.json")).doesNotExist();
    Files.copy(table, other, StandardCopyOption.REPLACE_EXISTING); // mended, it goes on
    Unroll resumed =
        Unroll.run("video", "train", "--no-ui", "--resume", "" + folder.resolve("run"));
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
  }

  @Test
  void dataWithoutALabelCannotBeScored() throws IOException {
    String rows = Files.readString(table).replaceAll(",[ab]\n", ",\n");
    Path other = Files.writeString(folder.resolve("other.csv"), rows);
    assertThat(train(List.of(graph(SOFTMAX))).exitCode()).isZero();
    Unroll scored =
        Unroll.run("video", "evaluate", "--run", "" + folder.resolve("run"), "--data", "" + other);
    assertThat(scored.err()).contains("other.csv:2", "no frame has a label");
    assertThat(scored.err()).doesNotContain("\tat ");
    assertThat(scored.exitCode()).isEqualTo(2);
  }

  private Unroll train(List<String> more, String... options) {
    return train(folder.resolve("run"), more, options);
  }

  private Unroll train(Path run, List<String> more, String... options) {
    List<String> settings = new ArrayList<>(TinyRecordings.of(table));
    settings.add("train.epochs=1");
    settings.addAll(more);
    return Unroll.run(TinyRecordings.train(run, settings, options));
  }

  private void assertRefused(Unroll command, List<String> message) {
    assertThat(command.err()).contains(message).doesNotContain("\tat ", "Exception");
    assertThat(command.err().lines().filter(line -> !line.isBlank())).hasSizeLessThan(4);
    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("run")).doesNotExist();
  }
}
