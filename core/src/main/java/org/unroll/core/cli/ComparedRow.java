package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.CompareConfig;
import org.unroll.core.report.ComparedGrid;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.FlowYaml;
import org.unroll.core.yaml.Loaded;

/**
 * One of the configs that {@code compare} trains.
 *
 * @param name of its line in the table and of its directory
 * @param file laid over the app's defaults, if any
 * @param settings {@code key=value}, laid over both
 * @param origin what made it, for messages
 */
record ComparedRow(String name, Optional<Path> file, List<String> settings, Origin origin) {
  /** What makes a row: a file, {@code -v}, or the section {@code compare} of the one file. */
  enum Origin {
    FILE("row "),
    VARIANT("-v "),
    SECTION("compare: row ");

    private final String label;

    Origin(String label) {
      this.label = label;
    }
  }

  /** Of the comparison itself, beside the folders of its rows. */
  private static final Set<String> FILES = Set.of(RunDirectory.COMPARISON, RunDirectory.LOCK);

  private static final String FORM =
      "-v %s: expected name:key=value[,key=value], such as -v small:graph.encoder.size=32; a"
          + " name of letters, digits and . _ - alone";

  /**
   * A row for each file, or one for the app's defaults; then one for each variant of that config. A
   * single one is to be replaced by those of its section {@code compare}.
   *
   * @param variants {@code name:key=value[,key=value]}
   * @param settings of all rows
   * @throws UserError if there are two of a name, or variants of several files
   */
  static List<ComparedRow> of(List<Path> files, List<String> variants, List<String> settings) {
    if (files.size() > 1 && !variants.isEmpty()) {
      throw new UserError(
          "-v varies one config, and -c names %d: give one -c".formatted(files.size()));
    }
    List<ComparedRow> rows = new ArrayList<>();
    for (Path file : files) {
      rows.add(new ComparedRow(ConfigOptions.name(file), Optional.of(file), settings, Origin.FILE));
    }
    if (files.isEmpty()) {
      rows.add(new ComparedRow(ConfigOptions.DEFAULT, Optional.empty(), settings, Origin.FILE));
    }
    for (String variant : variants) {
      rows.add(rows.get(0).varied(variant));
    }
    refuseEqualNames(rows);
    return rows;
  }

  /**
   * The rows of a section, each of them once for each column: {@code gru}, or {@code gru-200}.
   *
   * @throws UserError if there are fewer than two
   */
  List<ComparedRow> within(CompareConfig section) {
    List<ComparedRow> rows = new ArrayList<>();
    section
        .rows()
        .forEach(
            (row, keys) -> {
              if (section.columns().isEmpty()) {
                rows.add(laid(row, keys, List.of()));
              }
              section
                  .columns()
                  .forEach(
                      (column, more) -> rows.add(laid(ComparedGrid.name(row, column), keys, more)));
            });
    if (rows.size() < 2) {
      throw new UserError("compare: nothing to compare: expected two rows or more");
    }
    refuseEqualNames(rows);
    return rows;
  }

  /** The column's keys come last; a row does not hold the section. */
  private ComparedRow laid(String row, List<String> keys, List<String> more) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(keys);
    all.addAll(more);
    all.add("compare=null");
    return new ComparedRow(row, file, List.copyOf(all), Origin.SECTION);
  }

  private ComparedRow varied(String variant) {
    int colon = variant.indexOf(':');
    if (colon < 1 || !variant.substring(0, colon).matches("[\\w.-]+")) {
      throw new UserError(FORM.formatted(variant));
    }
    List<String> all = new ArrayList<>(settings);
    for (String setting : FlowYaml.split(variant.substring(colon + 1))) {
      if (setting.indexOf('=') < 1) {
        throw new UserError(FORM.formatted(variant));
      }
      all.add(setting);
    }
    return new ComparedRow(variant.substring(0, colon), file, List.copyOf(all), Origin.VARIANT);
  }

  private static void refuseEqualNames(List<ComparedRow> rows) {
    List<String> names = new ArrayList<>();
    for (ComparedRow row : rows) {
      if (FILES.contains(row.name)) {
        throw new UserError("a comparison has a file '" + row.name + "': call the row otherwise");
      }
      if (names.contains(row.name)) {
        throw new UserError(
            "two rows are called '" + row.name + "': rename a file, or choose another name for -v");
      }
      names.add(row.name);
    }
  }

  /**
   * @throws UserError with all its mistakes, a line each, without its {@link #label}
   */
  <C extends Record & RunConfig> Loaded<C> load(App<C> app) {
    try {
      return AppConfig.load(app, file.stream().map(ConfigText::of).toList(), settings);
    } catch (UserError e) {
      String setting = origin == Origin.FILE ? "" : "-s "; // as which its values are laid over
      throw new UserError(
          e.getMessage()
              .lines()
              .map(line -> line.startsWith(setting) ? line.substring(setting.length()) : line)
              .collect(Collectors.joining("\n")),
          e);
    }
  }

  /** Before a mistake that these rows have in common. */
  static String label(List<ComparedRow> rows) {
    List<String> labels = new ArrayList<>();
    for (Origin origin : Origin.values()) {
      List<String> names =
          rows.stream().filter(row -> row.origin == origin).map(ComparedRow::name).toList();
      if (!names.isEmpty()) {
        labels.add(origin.label + String.join(", ", names));
      }
    }
    return String.join(", ", labels) + ": ";
  }
}
