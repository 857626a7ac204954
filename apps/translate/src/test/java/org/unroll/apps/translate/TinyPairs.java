package org.unroll.apps.translate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Eight sentences with their translations, and a config that learns them. */
final class TinyPairs {
  private static final String ROWS =
      """
      source	target
      the big dog sleeps .	le grand chien dort .
      the dogs do not sleep .	les chiens ne dorment pas .
      the girl that sings is tired .	la fille qui chante est fatiguée .
      does the man see a red car ?	est-ce que l' homme voit une voiture rouge ?
      she sees the old house .	elle voit la vieille maison .
      a cat .	un chat , oui .
      why does he not eat the apple ?	pourquoi est-ce qu' il ne mange pas la pomme ?
      the man that the dogs see runs .	l' homme que les chiens voient court .
      """;

  private TinyPairs() {}

  static Path write(Path folder) throws IOException {
    return Files.writeString(folder.resolve("pairs.tsv"), ROWS);
  }

  /** The sources, one a line. */
  static String sources() {
    StringBuilder sources = new StringBuilder();
    ROWS.lines().skip(1).forEach(row -> sources.append(row.split("\t")[0]).append('\n'));
    return sources.toString();
  }

  /** A train command in a run directory of its own, on the eight pairs. */
  static String[] train(Path pairs, Path run, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("translate", "train", "--no-ui", "--run-dir", run.toString()));
    for (String setting : settings(pairs)) {
      arguments.add("-s");
      arguments.add(setting);
    }
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  static List<String> settings(Path pairs) {
    return List.of(
        "data.train={table: " + pairs + "}",
        "data.validation={table: " + pairs + "}",
        "data.test={table: " + pairs + "}",
        "data.batch=4",
        "data.max-length=40",
        "threads=1",
        "graph.read.size=16",
        "graph.given.size=16",
        "graph.encoder.size=16",
        "graph.decoder.size=16",
        "graph.start.size=16",
        "graph.mixed.size=16",
        "train.epochs=60",
        "train.updater={adam: 0.02}",
        "train.early-stop={metric: perplexity, patience: 60}");
  }
}
