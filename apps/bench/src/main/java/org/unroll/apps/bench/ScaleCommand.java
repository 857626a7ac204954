package org.unroll.apps.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.unroll.core.Json;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.cli.OutputFile;
import org.unroll.core.config.Device;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.engine.Backend;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.yaml.ConfigText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    description =
        "Measures the parts of a training by several workers: steps one by one, bytes of an update, adding weights.",
    footer = {
      "# what .ci/scale makes its page of",
      "./${COMMAND-FULL-NAME} -c configs/charlm.yaml --json parts.json"
    })
final class ScaleCommand implements Callable<Integer> {
  /** Whose examples are lines of text. */
  private static final Set<String> TEXTS = Set.of("sentiment", "translate");

  private static final int COLLECTIONS = 4;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      required = true,
      description = "Trains as configs/<app>-<data set>.yaml says; may be repeated.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      required = true,
      description = "Where the numbers go.")
  private Path json;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Of each config's steps; default ${DEFAULT-VALUE}.")
  private int seconds;

  /** What the file holds. */
  private record Measured(WireSpeed wire, List<ScaleRow> rows) {}

  @Override
  public Integer call() throws Exception {
    BenchCommand.requirePositive("--seconds", seconds);
    OutputFile.require("--json", json, List.of()); // said now, not after minutes of measuring
    Backend.prepare(Device.CPU, OptionalInt.of(1));
    List<ScaleRow> rows = new ArrayList<>();
    for (Path file : files) {
      rows.add(measure(AppsCommand.app(file), file));
    }
    Measured measured = new Measured(WireSpeed.measured(), rows);
    AtomicFile.writeSharedText(json, Json.MAPPER.writeValueAsString(measured) + "\n");
    return 0;
  }

  private <C extends Record & RunConfig> ScaleRow measure(App<C> app, Path file)
      throws InterruptedException {
    C config = AppConfig.load(app, List.of(ConfigText.of(file)), List.of()).config();
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    spec.commandLine().getErr().println(name + " …");
    long before = heap();
    Task<?, ?> task = app.open(config, new DataAccess(true, notice -> {}));
    task.training();
    long opened = heap() - before;
    double line = TEXTS.contains(app.name()) ? lineBytes(task.rows(Split.VALIDATION)) : 0;
    return ScaleRow.of(name, config, task, new ScaleRow.Data(opened, line), seconds);
  }

  /** Once nothing more is freed: arrays of what was measured before go late. */
  private static long heap() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static <I> double lineBytes(List<AskedRow<I>> rows) {
    long bytes = 0;
    for (AskedRow<I> row : rows) {
      bytes += textBytes(Json.MAPPER.valueToTree(row.input().orElseThrow()));
      bytes += textBytes(Json.MAPPER.valueToTree(row.cells()));
    }
    return bytes / (double) rows.size();
  }

  private static long textBytes(JsonNode node) {
    long bytes = node.isTextual() ? node.asText().getBytes(StandardCharsets.UTF_8).length : 0;
    for (JsonNode child : node) {
      bytes += textBytes(child);
    }
    return bytes;
  }
}
