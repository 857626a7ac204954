package org.unroll.apps.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** From files on disk to scores: encoded videos, tables of features, tables of pictures. */
class VideoIT {
  @TempDir private Path folder;

  /** Segments of three colours; a label that is two frames late costs a tenth of the frames. */
  @Test
  void segmentsBesideVideosAreLearnt() throws IOException {
    Path train = Files.createDirectories(folder.resolve("train"));
    Path test = Files.createDirectories(folder.resolve("test"));
    for (int video = 0; video < 4; video++) {
      segments(train, "v" + video, 11 + 2 * video);
    }
    segments(test, "t", 14);
    List<String> settings = new ArrayList<>(TinyRecordings.of(train, test, test));
    settings.addAll(TinyVideos.PICTURE);
    settings.add(TinyVideos.GRAPH);
    settings.add("clip={length: 16}");
    settings.add("train.epochs=25");
    Path run = folder.resolve("run");
    done(TinyRecordings.train(run, settings, "--test"));

    assertThat(score(run, "test", "accuracy")).isGreaterThan(0.95);
    assertThat(score(run, "test", "f1-50")).isGreaterThan(0.95);
    JsonNode data = json(evaluate(run, "--data", test.resolve("t.mp4").toString()));
    JsonNode split = json(evaluate(run, "--split", "test"));
    assertThat(data).isEqualTo(split).isNotEmpty();
    assertThat(split.at("/accuracy").asDouble()).isEqualTo(score(run, "test", "accuracy"));

    Unroll said = done("video", "predict", "--run", "" + run, "--in", "" + test.resolve("t.mp4"));
    assertThat(said.out().lines().map(line -> line.replaceAll(".* ", "")))
        .containsExactly("red", "green", "blue");
    String place = test.resolve("t.mp4").toString();
    Unroll typed = Unroll.runWithInput(place + "\n", "video", "predict", "--run", "" + run);
    assertThat(typed.out()).isEqualTo(said.out());
  }

  private static void segments(Path folder, String name, int length) throws IOException {
    int end = 3 * length;
    TinyVideos.mp4(folder.resolve(name + ".mp4"), end, frame -> colour(frame / length));
    Files.createDirectories(folder.resolve("labels"));
    String rows = "start,end,label\n";
    rows += "0,%d,red\n".formatted(length - 1);
    rows += "%d,%d,green\n".formatted(length, 2 * length - 1);
    rows += "%d,%d,blue\n".formatted(2 * length, end - 1);
    Files.writeString(folder.resolve("labels/" + name + ".csv"), rows);
  }

  private static Color colour(int segment) {
    return List.of(Color.RED, Color.GREEN, Color.BLUE).get(segment);
  }

  /** Half of the frames are of no class; the same numbers as others have say nothing of them. */
  @Test
  void framesWithoutALabelTeachNothingAndAreNotScored() throws IOException {
    Path table = TinyRecordings.write(folder.resolve("table.csv"));
    Path silent = withSilentHalf(table, "");
    Path lying = withSilentHalf(table, "right");
    Path run = folder.resolve("run");
    done(TinyRecordings.train(run, TinyRecordings.settings(silent)));
    assertThat(score(run, "validation", "accuracy")).isEqualTo(1);

    Path misled = folder.resolve("misled");
    done(TinyRecordings.train(misled, TinyRecordings.settings(lying)));
    assertThat(score(misled, "validation", "accuracy")).as("what labels there do").isLessThan(0.9);
    JsonNode scores = json(evaluate(run, "--data", silent.toString()));
    assertThat(scores.at("/accuracy").asDouble()).isEqualTo(1);
  }

  /** Each recording a second time, with another label. */
  private Path withSilentHalf(Path table, String label) throws IOException {
    StringBuilder rows = new StringBuilder();
    List<String> all = Files.readAllLines(table);
    all.forEach(row -> rows.append(row).append('\n'));
    for (String row : all.subList(1, all.size())) {
      rows.append("again-").append(row.replaceAll(",left$", "," + label)).append('\n');
    }
    return Files.writeString(folder.resolve("with-" + label + ".csv"), rows);
  }

  /** How high the white reaches now and before, told with an offset and a scale. */
  @Test
  void numbersOfPicturesAreLearnt() throws IOException {
    Path train = pictures("train", 4);
    Path test = pictures("test", 2);
    List<String> settings = new ArrayList<>(TinyRecordings.of(train, test, test));
    settings.addAll(TinyVideos.PICTURE);
    settings.add("data.columns={targets: [height]}");
    settings.add(
        "graph={flat: {vertex: flatten, input: frames},"
            + " memory: {layer: lstm, size: 12, input: flat},"
            + " output: {layer: regression, input: memory}}");
    settings.add(
        "train={epochs: 60, updater: {adam: 0.01}, early-stop: {metric: mae, patience: 60}}");
    settings.add("data.batch=1");
    settings.add("baselines={frame-wise: true}");
    Path run = folder.resolve("run");
    done(TinyRecordings.train(run, settings, "--test"));

    assertThat(score(run, "test", "r2")).isGreaterThan(0.9);
    assertThat(score(run, "test", "mae")).isLessThan(15);
    JsonNode baselines = result(run).get("baselines");
    assertThat(baselines.fieldNames())
        .toIterable()
        .containsExactly("mean", "frame-wise", "frame-wise-smoothed");
    assertThat(baselines.at("/frame-wise/test/r2").asDouble()).isLessThan(0.8);
    JsonNode data = json(evaluate(run, "--data", test.toString()));
    assertThat(data.at("/mae").asDouble()).isEqualTo(score(run, "test", "mae"));
    Unroll said = done("video", "predict", "--run", "" + run, "--in", "" + test);
    assertThat(said.out().lines()).hasSize(2 * 24).allMatch(line -> line.contains("height="));
  }

  private Path pictures(String name, int recordings) throws IOException {
    StringBuilder rows = new StringBuilder("video,frame,height\n");
    for (int recording = 0; recording < recordings; recording++) {
      int before = 0;
      for (int frame = 0; frame < 24; frame++) {
        int white = (frame * (3 + recording) + recording) % 9; // of eight rows
        String picture = "img/%s-%d-%d.png".formatted(name, recording, frame);
        TinyVideos.png(folder.resolve(picture), 8, 8, white);
        rows.append("r%d,%s,%d%n".formatted(recording, picture, 500 + 10 * (white + 2 * before)));
        before = white;
      }
    }
    return Files.writeString(folder.resolve(name + ".csv"), rows);
  }

  private static Unroll evaluate(Path run, String... of) {
    List<String> arguments = new ArrayList<>(List.of("video", "evaluate", "--json", "--run"));
    arguments.add(run.toString());
    arguments.addAll(List.of(of));
    return done(arguments.toArray(String[]::new));
  }

  private static Unroll done(String... arguments) {
    Unroll ended = Unroll.run(arguments);
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    return ended;
  }

  private static JsonNode json(Unroll scored) throws IOException {
    return Json.MAPPER.readTree(scored.out());
  }

  private static JsonNode result(Path run) throws IOException {
    return Json.MAPPER.readTree(run.resolve("result.json").toFile());
  }

  private static double score(Path run, String split, String metric) throws IOException {
    return result(run).at("/metrics/" + split + "/" + metric).asDouble();
  }
}
