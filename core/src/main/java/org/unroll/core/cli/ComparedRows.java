package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.CompareConfig;
import org.unroll.core.metric.Metric;
import org.unroll.core.report.ComparedGrid;
import org.unroll.core.yaml.Loaded;

/**
 * What {@code compare} trains.
 *
 * @param configs by row
 */
record ComparedRows<C extends Record & RunConfig>(
    Map<String, Loaded<C>> configs, ComparedGrid grid) {

  /**
   * A row for each file and variant, or those of the one file's section {@code compare}.
   *
   * @param variants {@code name:key=value[,key=value]}
   * @param settings of all rows
   * @throws UserError with all mistakes of all rows
   */
  static <C extends Record & RunConfig> ComparedRows<C> of(
      App<C> app, List<Path> files, List<String> variants, List<String> settings) {
    List<ComparedRow> rows = ComparedRow.of(files, variants, settings);
    return rows.size() > 1 ? beside(app, rows) : within(app, rows.get(0));
  }

  /** The same rows with other configs. */
  ComparedRows<C> varied(UnaryOperator<Loaded<C>> other) {
    Map<String, Loaded<C>> varied = new LinkedHashMap<>(configs);
    varied.replaceAll((row, config) -> other.apply(config));
    return new ComparedRows<>(varied, grid);
  }

  private static <C extends Record & RunConfig> ComparedRows<C> beside(
      App<C> app, List<ComparedRow> rows) {
    Map<String, Loaded<C>> configs = load(app, rows, Optional.empty());
    String watched = watched(configs.values().iterator().next());
    return new ComparedRows<>(
        configs, new ComparedGrid(List.copyOf(configs.keySet()), List.of(), watched));
  }

  private static <C extends Record & RunConfig> ComparedRows<C> within(
      App<C> app, ComparedRow holder) {
    Loaded<C> loaded = load(app, List.of(holder), Optional.empty()).get(holder.name());
    CompareConfig section =
        loaded
            .config()
            .compare()
            .orElseThrow(
                () ->
                    new UserError(
                        "nothing to compare: give several -c, or -v name:key=value, or one config"
                            + " with a section compare"));
    String metric = section.metric().orElse(watched(loaded));
    Map<String, Loaded<C>> configs = load(app, holder.within(section), Optional.of(metric));
    List<String> rows = List.copyOf(section.rows().keySet());
    List<String> columns = List.copyOf(section.columns().keySet());
    return new ComparedRows<>(configs, new ComparedGrid(rows, columns, metric));
  }

  private static String watched(Loaded<? extends RunConfig> loaded) {
    return loaded.config().train().earlyStop().metric();
  }

  /** What is wrong with several rows is told once, with the names of all of them. */
  private static <C extends Record & RunConfig> Map<String, Loaded<C>> load(
      App<C> app, List<ComparedRow> rows, Optional<String> metric) {
    Map<String, Loaded<C>> configs = new LinkedHashMap<>();
    Map<String, List<ComparedRow>> mistakes = new LinkedHashMap<>();
    for (ComparedRow row : rows) {
      try {
        Loaded<C> loaded = row.load(app);
        metric.ifPresent(key -> requireMetric(app, loaded.config(), key));
        configs.put(row.name(), loaded);
      } catch (UserError e) {
        e.getMessage()
            .lines()
            .forEach(line -> mistakes.computeIfAbsent(line, none -> new ArrayList<>()).add(row));
      }
    }
    if (!mistakes.isEmpty()) {
      List<String> lines = new ArrayList<>();
      mistakes.forEach((line, wrong) -> lines.add(ComparedRow.label(wrong) + line));
      throw new UserError(String.join("\n", lines));
    }
    return configs;
  }

  private static <C extends Record & RunConfig> void requireMetric(
      App<C> app, C config, String metric) {
    List<String> known = app.netCheck(config).metrics().stream().map(Metric::key).toList();
    if (!known.contains(metric)) {
      throw new UserError(
          "metric: unknown metric '%s'; one of %s".formatted(metric, String.join(", ", known)));
    }
  }
}
