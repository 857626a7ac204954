package org.unroll.core.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.yaml.PlainConfig;

/** The one key of a config whose values are the names of the columns of a grid. */
final class ComparedKey {
  private ComparedKey() {}

  /** Of the columns, or of the rows if there are none; empty unless it is one key. */
  static String of(ComparedGrid grid, RunDirectory parent) {
    boolean byRow = grid.columns().isEmpty();
    List<String> names = byRow ? grid.rows() : grid.columns();
    List<Map<String, String>> configs = new ArrayList<>();
    for (String name : names) {
      String run = byRow ? name : ComparedGrid.name(grid.rows().get(0), name);
      configs.add(leaves(new RunDirectory(parent.path().resolve(run)).config()));
    }
    Set<String> keys = new LinkedHashSet<>(configs.get(0).keySet());
    for (int i = 0; i < names.size(); i++) {
      Map<String, String> config = configs.get(i);
      String name = names.get(i);
      keys.removeIf(key -> !name.equals(config.get(key)));
    }
    return keys.size() == 1 && names.size() > 1 ? keys.iterator().next() : "";
  }

  private static Map<String, String> leaves(Path config) {
    try {
      return Files.isRegularFile(config)
          ? PlainConfig.of(Files.readString(config)).leaves()
          : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
