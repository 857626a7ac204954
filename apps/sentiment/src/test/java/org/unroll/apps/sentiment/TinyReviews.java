package org.unroll.apps.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Eight reviews whose class hangs on the order of their words, and a config that learns them. */
final class TinyReviews {
  private static final String ROWS =
      """
      text,label
      the plot is dull but the cast is superb,good
      the cast is superb but the plot is dull,bad
      not bad at all,good
      not good at all,bad
      it is superb,good
      it is dull,bad
      "dull at first, superb at last",good
      "superb at first, dull at last",bad
      """;

  private TinyReviews() {}

  static Path write(Path folder) throws IOException {
    Path file = folder.resolve("reviews.csv");
    return Files.writeString(file, ROWS);
  }

  /** A train command in a run directory of its own, on the eight reviews. */
  static String[] train(Path reviews, Path run, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("sentiment", "train", "--no-ui", "--run-dir", run.toString()));
    for (String setting : settings(reviews)) {
      arguments.add("-s");
      arguments.add(setting);
    }
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  static List<String> settings(Path reviews) {
    return List.of(
        "data.train=" + reviews,
        "data.validation=" + reviews,
        "data.test=" + reviews,
        "data.batch=4",
        "threads=1",
        "graph.embed.size=8",
        "graph.embed.dropout=0.1",
        "graph.encoder.size=8",
        "train.epochs=60",
        "train.updater={adam: 0.03}",
        "train.early-stop={metric: log-loss, patience: 60}");
  }
}
