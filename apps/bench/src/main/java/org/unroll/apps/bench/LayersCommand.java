package org.unroll.apps.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.unroll.core.cli.OutputFile;
import org.unroll.core.config.Device;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Threads;
import org.unroll.core.run.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "layers",
    mixinStandardHelpOptions = true,
    description =
        "Times recurrent layers, convolutions and two whole nets beside DL4J's layers and, with"
            + " --peers, PyTorch.",
    footer = {
      "# all, some minutes",
      "./${COMMAND-FULL-NAME}",
      "# one of them, in less time",
      "./${COMMAND-FULL-NAME} --case lstm,64,128,32,50 --rounds 3 --no-dl4j"
    })
final class LayersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--peers", description = "Times PyTorch too; the first time it is downloaded.")
  private boolean peers;

  @Option(names = "--no-dl4j", description = "Leaves DL4J's out, which takes most of the time.")
  private boolean withoutDl4j;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the rows to a file.")
  private Path json;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "11",
      description = "Turns of each contender; default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--turn",
      paramLabel = "MS",
      defaultValue = "200",
      description = "Milliseconds of a turn; default ${DEFAULT-VALUE}.")
  private int turn;

  @Option(names = "--threads", paramLabel = "N", description = "Of each; default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--case",
      paramLabel = "CASE",
      description = {
        "Only this one: text, attention, conv, conv-batch-norm, conv-frames-lstm, conv-gru or",
        "CELL,INPUTS,UNITS,BATCH,STEPS[,LAYERS][,both], such as lstm,64,128,32,50. May be repeated."
      })
  private List<String> cases = new ArrayList<>();

  @Override
  public Integer call() {
    BenchCommand.requirePositive("--rounds", rounds);
    BenchCommand.requirePositive("--turn", turn);
    BenchCommand.requirePositive("--threads", threads);
    if (json != null) { // said now, not after minutes of measuring
      OutputFile.require("--json", json, List.of());
    }
    List<LayerCase> chosen = chosen();
    Backend.prepare(Device.AUTO, OptionalInt.of(threads));
    PrintWriter out = spec.commandLine().getOut();
    Backend.describe().forEach((name, value) -> out.printf(Locale.ROOT, "%-18s %s%n", name, value));
    out.printf(Locale.ROOT, "%-18s %d of %d ms, %d threads%n%n", "rounds", rounds, turn, threads);
    out.flush();
    LayerBenchmark benchmark = new LayerBenchmark(rounds, turn, threads);
    List<LayerRow> rows = measure(benchmark, chosen, out);
    LayerReport report = new LayerReport(benchmark.peak(), rows);
    out.print(System.lineSeparator() + report.table().toText());
    report.summary().forEach(out::println);
    out.flush();
    if (json != null) {
      AtomicFile.writeSharedText(json, report.json() + "\n");
    }
    return 0;
  }

  private List<LayerRow> measure(
      LayerBenchmark benchmark, List<LayerCase> chosen, PrintWriter out) {
    List<LayerRow> rows = new ArrayList<>();
    for (LayerCase layers : chosen) {
      out.printf(Locale.ROOT, "%s %s …%n", layers.name(), layers.shape());
      out.flush();
      Map<String, Contender> contenders = new LinkedHashMap<>();
      try {
        enter(layers, contenders);
        out.println("  parameters: " + parameters(contenders));
        out.flush();
        rows.add(LayerRow.of(layers, benchmark.run(contenders)));
      } finally {
        contenders.values().forEach(Contender::close);
      }
    }
    return rows;
  }

  /** They must be as many, or almost. */
  private static String parameters(Map<String, Contender> contenders) {
    return contenders.entrySet().stream()
        .map(
            each ->
                String.format(Locale.ROOT, "%s %,d", each.getKey(), each.getValue().parameters()))
        .collect(Collectors.joining(", "));
  }

  /** One by one, so that those that are there are closed if another fails. */
  private void enter(LayerCase layers, Map<String, Contender> contenders) {
    for (Map.Entry<String, Threads> way : GraphContender.ways(layers, threads).entrySet()) {
      contenders.put(way.getKey(), GraphContender.ours(layers, way.getValue()));
    }
    Optional<Dl4jNet> theirs = withoutDl4j ? Optional.empty() : Dl4jNet.of(layers);
    theirs.ifPresent(net -> contenders.put(LayerRow.DL4J, GraphContender.dl4j(net, threads)));
    if (peers) {
      contenders.put(LayerRow.PYTORCH, new PyTorchContender(layers, threads));
    }
  }

  private List<LayerCase> chosen() {
    List<LayerCase> chosen = new ArrayList<>();
    for (String text : cases) {
      chosen.add(LayerCase.parse(text));
    }
    if (chosen.isEmpty()) {
      chosen.addAll(LayerCase.all());
    }
    return chosen;
  }
}
