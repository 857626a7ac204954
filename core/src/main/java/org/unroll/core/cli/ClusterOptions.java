package org.unroll.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.app.ClusterPrediction;
import org.unroll.core.app.ClusterPredictor;
import org.unroll.core.run.UnwritableFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Where {@code predict} is done, if not in this process. */
final class ClusterOptions {
  private static final Set<String> WITH =
      Set.of(
          "--spark",
          "--in",
          "--out",
          "--run",
          "--set",
          "--offline",
          "--force",
          "--beam",
          "--n-best",
          "--detokenise");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--spark",
      paramLabel = "URL",
      description =
          "Predicts on a cluster of Apache Spark, such as spark://127.0.0.1:7077: --in names files, --out a folder.")
  private String url; // null without

  boolean asked() {
    return url != null;
  }

  /**
   * @param in may be null, as may {@code out}
   */
  void predict(Path run, List<String> settings, Path in, Path out, boolean force) {
    requireOthers();
    if (in == null || out == null) {
      throw new UserError(
          "--spark reads files and writes a folder: name both, such as --in 'texts-*.csv' --out answers");
    }
    ClusterPredictor predictor = service(ClusterPredictor.class);
    requireRoom(out, force);
    predictor.predict(new ClusterPrediction(url, run, settings, in, out));
  }

  /**
   * What works on a cluster.
   *
   * @throws UserError if this build lacks it
   */
  static <T> T service(Class<T> type) {
    return ServiceLoader.load(type)
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "--spark: this build lacks Apache Spark; in a checkout ./unroll builds it at the first use of"
                        + " --spark, or do so by mvn package -Pspark -DskipTests"));
  }

  private void requireOthers() {
    ParseResult parsed = command.commandLine().getParseResult();
    for (OptionSpec option : parsed.matchedOptions()) {
      if (!WITH.contains(option.longestName())) {
        throw new UserError(
            "--spark goes without %s: leave one of the two out".formatted(option.longestName()));
      }
    }
    if (!parsed.matchedPositionals().isEmpty()) {
      throw new UserError("--spark reads files alone: name them by --in, and leave out inputs");
    }
  }

  private static void requireRoom(Path out, boolean force) {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new UserError(
          "--out %s: is a file; with --spark answers fill a folder: choose another name"
              .formatted(out));
    }
    try {
      Files.createDirectories(out);
      try (Stream<Path> there = Files.list(out)) {
        if (!force && there.findAny().isPresent()) {
          throw new UserError(
              "--out %s: is not empty; choose another folder, or write over its parts with --force"
                  .formatted(out));
        }
      }
    } catch (IOException e) {
      throw new UnwritableFile(out, e);
    }
  }
}
