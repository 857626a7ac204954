package org.unroll.apps.bench;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unroll.core.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "truncation",
    mixinStandardHelpOptions = true,
    description =
        "Trains an LSTM on long sequences, whole and under train.tbptt: accuracy, native memory,"
            + " time.",
    footer = {
      "# as in apps/bench/RESULTS.md",
      "./${COMMAND-FULL-NAME}",
      "# shorter",
      "./${COMMAND-FULL-NAME} --frames 1000 --epochs 10"
    })
final class TruncationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Of each sequence; default ${DEFAULT-VALUE}.")
  private int frames;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Sequences to train on, in one batch, and as many to test on; default ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "50",
      description = "Steps of truncated back-propagation; default ${DEFAULT-VALUE}.")
  private int length;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "64",
      description = "Units of the LSTM; default ${DEFAULT-VALUE}.")
  private int size;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "100",
      description = "Passes over the training sequences; default ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of sequences and weights; default ${DEFAULT-VALUE}.")
  private int seed;

  @Override
  public Integer call() {
    TruncationCase of = requested();
    PrintWriter out = spec.commandLine().getOut();
    Map<TruncationContender, TruncationResult> results = new EnumMap<>(TruncationContender.class);
    for (TruncationContender contender : TruncationContender.values()) {
      spec.commandLine().getErr().println(contender.told(of) + " …");
      results.put(contender, TruncationProcess.run(contender, of));
    }
    TruncationReport report = new TruncationReport(of, results);
    out.print(report.table().toText());
    out.println(report.verdict());
    out.flush();
    return 0;
  }

  private TruncationCase requested() {
    BenchCommand.requirePositive("--frames", frames);
    BenchCommand.requirePositive("--batch", batch);
    BenchCommand.requirePositive("--length", length);
    BenchCommand.requirePositive("--size", size);
    BenchCommand.requirePositive("--epochs", epochs);
    if (length >= frames) {
      throw new UserError(
          "--length %d: expected fewer steps than the %d frames of --frames, or nothing is truncated"
              .formatted(length, frames));
    }
    return new TruncationCase(frames, batch, length, size, epochs, seed);
  }
}
