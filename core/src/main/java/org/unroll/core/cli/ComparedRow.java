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
import org.unroll.core.run.RunDirectory;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;

/**
 * One of the configs that {@code compare} trains.
 *
 * @param name of its line in the table and of its directory
 * @param file laid over the app's defaults, if any
 * @param settings {@code key=value}, laid over both
 * @param variant whether {@code -v} made it
 */
record ComparedRow(String name, Optional<Path> file, List<String> settings, boolean variant) {
  /** Of the comparison itself, beside the folders of its rows. */
  private static final Set<String> FILES = Set.of(RunDirectory.COMPARISON, RunDirectory.LOCK);

  private static final String FORM =
      "-v %s: expected name:key=value[,key=value], such as -v small:graph.encoder.size=32; a"
          + " name of letters, digits and . _ - alone";

  /**
   * A row for each file, or one for the app's defaults; then one for each variant of that config.
   *
   * @param variants {@code name:key=value[,key=value]}
   * @param settings of all rows
   * @throws UserError if there are fewer than two, two of a name, or variants of several files
   */
  static List<ComparedRow> of(List<Path> files, List<String> variants, List<String> settings) {
    if (files.size() > 1 && !variants.isEmpty()) {
      throw new UserError(
          "-v varies one config, and -c names %d: give one -c".formatted(files.size()));
    }
    List<ComparedRow> rows = new ArrayList<>();
    for (Path file : files) {
      rows.add(new ComparedRow(ConfigOptions.name(file), Optional.of(file), settings, false));
    }
    if (files.isEmpty()) {
      rows.add(new ComparedRow(ConfigOptions.DEFAULT, Optional.empty(), settings, false));
    }
    for (String variant : variants) {
      rows.add(rows.get(0).varied(variant));
    }
    if (rows.size() < 2) {
      throw new UserError("nothing to compare: give several -c, or -v name:key=value");
    }
    refuseEqualNames(rows);
    return rows;
  }

  private ComparedRow varied(String variant) {
    int colon = variant.indexOf(':');
    if (colon < 1 || !variant.substring(0, colon).matches("[\\w.-]+")) {
      throw new UserError(FORM.formatted(variant));
    }
    List<String> all = new ArrayList<>(settings);
    for (String setting : split(variant.substring(colon + 1))) {
      if (setting.indexOf('=') < 1) {
        throw new UserError(FORM.formatted(variant));
      }
      all.add(setting);
    }
    return new ComparedRow(variant.substring(0, colon), file, List.copyOf(all), true);
  }

  /** At commas that stand in no bracket and no quotes, for values are YAML. */
  private static List<String> split(String settings) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int from = 0;
    for (int i = 0; i < settings.length(); i++) {
      char c = settings.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(settings.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(settings.substring(from));
    return parts;
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

  <C extends Record & RunConfig> Loaded<C> load(App<C> app) {
    try {
      return AppConfig.load(app, file.stream().map(ConfigText::of).toList(), settings);
    } catch (UserError e) {
      String row = (variant ? "-v " : "row ") + name + ": ";
      String setting = variant ? "-s " : ""; // as which its values are laid over
      throw new UserError(
          e.getMessage()
              .lines()
              .map(
                  line ->
                      row + (line.startsWith(setting) ? line.substring(setting.length()) : line))
              .collect(Collectors.joining("\n")),
          e);
    }
  }
}
