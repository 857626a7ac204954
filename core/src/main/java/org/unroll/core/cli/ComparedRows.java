package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @throws UserError with all mistakes of the first row that has some
   */
  static <C extends Record & RunConfig> ComparedRows<C> of(
      App<C> app, List<Path> files, List<String> variants, List<String> settings) {
    List<ComparedRow> rows = ComparedRow.of(files, variants, settings);
    return rows.size() > 1 ? beside(app, rows) : within(app, rows.get(0));
  }

  private static <C extends Record & RunConfig> ComparedRows<C> beside(
      App<C> app, List<ComparedRow> rows) {
    Map<String, Loaded<C>> configs = load(app, rows);
    String watched = watched(configs.values().iterator().next());
    return new ComparedRows<>(
        configs, new ComparedGrid(List.copyOf(configs.keySet()), List.of(), watched));
  }

  private static <C extends Record & RunConfig> ComparedRows<C> within(
      App<C> app, ComparedRow holder) {
    Loaded<C> loaded = holder.load(app);
    CompareConfig section =
        loaded
            .config()
            .compare()
            .orElseThrow(
                () ->
                    new UserError(
                        "nothing to compare: give several -c, or -v name:key=value, or one config"
                            + " with a section compare"));
    Map<String, Loaded<C>> configs = load(app, holder.within(section));
    String metric = section.metric().orElse(watched(loaded));
    List<String> known = app.metrics().stream().map(Metric::key).toList();
    if (!known.contains(metric)) {
      throw new UserError(
          "compare.metric: unknown metric '%s'; one of %s"
              .formatted(metric, String.join(", ", known)));
    }
    List<String> rows = List.copyOf(section.rows().keySet());
    List<String> columns = List.copyOf(section.columns().keySet());
    return new ComparedRows<>(configs, new ComparedGrid(rows, columns, metric));
  }

  private static String watched(Loaded<? extends RunConfig> loaded) {
    return loaded.config().train().earlyStop().metric();
  }

  private static <C extends Record & RunConfig> Map<String, Loaded<C>> load(
      App<C> app, List<ComparedRow> rows) {
    Map<String, Loaded<C>> configs = new LinkedHashMap<>();
    for (ComparedRow row : rows) {
      configs.put(row.name(), row.load(app));
    }
    return configs;
  }
}
