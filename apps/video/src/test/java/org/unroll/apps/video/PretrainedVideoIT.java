package org.unroll.apps.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** What one run learnt about pictures serves another, which then does without the first. */
class PretrainedVideoIT {
  @TempDir private Path folder;

  private static List<Color> colours() {
    return List.of(Color.RED, Color.BLUE);
  }

  private Path videos() throws IOException {
    Path videos = Files.createDirectories(folder.resolve("videos"));
    Files.createDirectories(videos.resolve("labels"));
    for (int video = 0; video < 3; video++) {
      int half = 4 + video;
      TinyVideos.mp4(
          videos.resolve("v" + video + ".mp4"), 2 * half, frame -> colours().get(frame / half));
      Files.writeString(
          videos.resolve("labels/v" + video + ".csv"),
          "start,end,label\n0,%d,red\n%d,%d,blue\n".formatted(half - 1, half, 2 * half - 1));
    }
    return videos;
  }

  private static List<String> settings(Path videos, String graph) {
    List<String> settings = new ArrayList<>(TinyRecordings.of(videos, videos, videos));
    settings.addAll(TinyVideos.PICTURE);
    settings.add("picture.scale=tf");
    settings.add(graph);
    settings.add("clip={length: 16}");
    settings.add("train.epochs=2");
    return settings;
  }

  private static String graph(Path file) {
    return "graph={look: {layer: pretrained, file: '%s', cut: look, input: frames},".formatted(file)
        + " flat: {vertex: flatten, input: look},"
        + " output: {layer: softmax, input: flat}}";
  }

  private static Unroll done(String... arguments) {
    Unroll command = Unroll.run(arguments);
    assertThat(command.exitCode()).as(command.err()).isZero();
    return command;
  }

  @Test
  void aRunThatBeginsWithAnother() throws IOException {
    Path videos = videos();
    Path first = folder.resolve("first");
    done(TinyRecordings.train(first, settings(videos, TinyVideos.GRAPH)));
    Path run = folder.resolve("run");
    done(TinyRecordings.train(run, settings(videos, graph(first.resolve("model.zip")))));
    String video = videos.resolve("v0.mp4").toString();
    Unroll before = done("video", "predict", "--run", run.toString(), "--in", video);
    Files.delete(first.resolve("model.zip"));

    Unroll after = done("video", "predict", "--run", run.toString(), "--in", video);
    assertThat(after.out()).isEqualTo(before.out()).isNotEmpty();
    assertThat(done("video", "train", "--resume", run.toString()).out())
        .contains("finished before");
    Unroll another =
        Unroll.run(
            TinyRecordings.train(
                folder.resolve("other"), settings(videos, graph(first.resolve("model.zip")))));
    assertThat(another.exitCode()).isEqualTo(2);
    assertThat(another.err()).contains("graph.look.file", "no file " + first);
  }
}
