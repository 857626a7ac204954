package org.unroll.core.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Runs of small nets of all apps, for tests that see them: trained for an epoch or two: that they
 * answer matters, not what.
 */
public final class TinyRuns {
  private static final int SIDE = 8;

  private final Path folder;

  /**
   * @param folder where data and runs are written
   */
  public TinyRuns(Path folder) {
    this.folder = folder;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path train(String app, String name, String... settings) {
    Path run = folder.resolve(name);
    List<String> command = new ArrayList<>(List.of(app, "train", "--no-ui", "--run-dir", "" + run));
    for (String each : settings) {
      command.addAll(List.of("-s", each));
    }
    command.addAll(List.of("-s", "threads=1"));
    Unroll trained = Unroll.run(command.toArray(String[]::new));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    return run;
  }

  private static String parts(String file) {
    return "data={train: %1$s, validation: %1$s, test: %1$s, batch: 4}".formatted(file);
  }

  public Path sentiment() throws IOException {
    Path data =
        file(
            "reviews.csv",
            """
            text,label
            the plot is dull but the cast is superb,good
            the cast is superb but the plot is dull,bad
            not bad at all,good
            it is dull,bad
            """);
    return train(
        "sentiment",
        "sentiment",
        parts("" + data),
        "graph.embed.size=8",
        "graph.encoder.size=8",
        "train={epochs: 10, updater: {adam: 0.03}, early-stop: {metric: log-loss, patience: 9}}");
  }

  public Path labels() throws IOException {
    Path data =
        file(
            "films.csv",
            "text,label\na ghost,horror\na joke,comedy\na ghost jokes,horror|comedy\n");
    return train(
        "sentiment",
        "labels",
        parts("" + data),
        "graph.embed.size=8",
        "graph.encoder.size=8",
        "graph.output.layer=sigmoid",
        "train={epochs: 1, early-stop: {metric: micro-f1, patience: 9}}");
  }

  public Path translate() throws IOException {
    Path data = file("pairs.tsv", "source\ttarget\na cat .\tun chat .\nthe dog .\tle chien .\n");
    return train(
        "translate",
        "translate",
        parts("{table: " + data + "}"),
        "graph.read.size=8",
        "graph.given.size=8",
        "graph.encoder.size=8",
        "graph.decoder.size=8",
        "graph.start.size=8",
        "graph.mixed.size=8",
        "train.epochs=2");
  }

  public Path charlm() throws IOException {
    Path data = file("lines.txt", "the cat sat.\nthe dog ran.\n".repeat(20));
    return train(
        "charlm",
        "charlm",
        "data={source: null, train: %1$s, validation: %1$s, test: %1$s, batch: 4}".formatted(data),
        "graph={cells: {layer: gru, size: 16, input: embed}, embed: {layer: embedding, size: 8,"
            + " input: symbols}, output: {layer: softmax, input: cells}}",
        "train={epochs: 2, tbptt: 10, schedule: null}",
        "stages={at: [1], length: 5, prompt: the}",
        "decode.length=12");
  }

  public Path forecast() throws IOException {
    Path data = load();
    return train(
        "forecast",
        "forecast",
        "data={source: " + data + ", split: {fractions: [0.5, 0.25, 0.25]}}",
        "series={targets: [load], future: [], calendar: [hour]}",
        "window={past: 8, horizon: 4}",
        "graph={encoder: {layer: gru, size: 8, input: past},"
            + " state: {vertex: final-state, input: encoder},"
            + " decoder: {layer: gru, size: 8, input: future, initial-state: state},"
            + " output: {layer: regression, input: decoder}}",
        "train={epochs: 1, schedule: null, early-stop: {metric: mae, patience: 9}}");
  }

  /** A table of one series. */
  public Path load() throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,load\n");
    for (int hour = 0; hour < 120; hour++) {
      rows.append(
          "2024-03-%02d %02d:00,%d%n".formatted(1 + hour / 24, hour % 24, 50 + hour * 7 % 24));
    }
    return file("load.csv", rows.toString());
  }

  public Path video() throws IOException {
    return train(
        "video",
        "video",
        parts("'" + recordings() + "'"),
        "clip={length: null}",
        "baselines={frame-wise: false}",
        "graph={memory: {layer: gru, size: 8, input: features},"
            + " output: {layer: softmax, input: memory}}",
        "train={epochs: 1, early-stop: {metric: accuracy, patience: 9}}");
  }

  /** A table of features and labels of four recordings. */
  public Path recordings() throws IOException {
    StringBuilder rows = new StringBuilder("video,frame,left,right,label\n");
    for (int frame = 0; frame < 40; frame++) {
      int left = frame % 2;
      rows.append("v%d,%d,%d,%d,%s%n".formatted(frame / 10, frame % 10, left, 1 - left, left));
    }
    return file("recordings.csv", rows.toString());
  }

  public Path caption() throws IOException {
    Path data = file("captions.csv", "image,caption\np0.png,a dark one\np1.png,a light one\n");
    picture(0);
    picture(1);
    return train(
        "caption",
        "caption",
        parts("{captions: " + data + "}"),
        "picture.size=[8, 8]",
        "graph={flat: {vertex: flatten, input: picture},"
            + " start: {layer: dense, size: 8, activation: tanh, input: flat},"
            + " given: {layer: embedding, size: 8, input: caption},"
            + " writer: {layer: gru, size: 8, input: given, initial-state: start},"
            + " output: {layer: softmax, input: writer}}",
        "train={epochs: 2, early-stop: {metric: perplexity, patience: 9}}");
  }

  public Path picture(int number) throws IOException {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int place = 0; place < SIDE * SIDE; place++) {
      picture.setRGB(place % SIDE, place / SIDE, number * 0xffffff + place);
    }
    Path file = folder.resolve("p" + number + ".png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }
}
