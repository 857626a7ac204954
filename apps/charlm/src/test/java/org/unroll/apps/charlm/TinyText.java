package org.unroll.apps.charlm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text of a few lines that come again and again, and a small net that learns it by heart. */
final class TinyText {
  static final String LINES = "the cat sat (on the mat).\nthe dog ran (to the log).\n";

  private TinyText() {}

  static Path write(Path folder) throws IOException {
    return Files.writeString(folder.resolve("lines.txt"), LINES.repeat(12));
  }

  /** Settings with the text in all parts. */
  static List<String> settings(Path text) {
    return new ArrayList<>(
        List.of(
            "data={source: null, train: %1$s, validation: %1$s, test: %1$s, batch: 4}"
                .formatted("\"" + text + "\""),
            "graph={embed: {layer: embedding, size: 16, input: symbols},"
                + " cells: {layer: lstm, size: 32, input: embed},"
                + " output: {layer: softmax, input: cells}}",
            "train={epochs: 40, tbptt: 10, updater: {adam: 0.02}, schedule: null,"
                + " early-stop: {metric: nats, patience: 100}}",
            "stages={at: [1, 20], length: 30, prompt: the}",
            "decode={temperature: null, length: 24}",
            "ui={port: 0, every: 10}",
            "threads=1"));
  }

  /** The command that trains with them. */
  static String[] train(Path run, List<String> settings, String... more) {
    List<String> command =
        new ArrayList<>(List.of("charlm", "train", "--run-dir", run.toString(), "--no-ui"));
    settings.forEach(setting -> command.addAll(List.of("-s", setting)));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }
}
