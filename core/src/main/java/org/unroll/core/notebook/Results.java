package org.unroll.core.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.report.Comparison;
import org.unroll.core.run.Checkout;
import org.unroll.core.yaml.NearestName;

/**
 * Scores of trainings that take too long for a cell: the {@code comparison.json} of {@code
 * compare}, kept as {@code notebooks-export/results/<name>.json} with its command and commit.
 */
public final class Results {
  private static final String ENDING = ".json";

  private Results() {}

  /**
   * @param name of the file, without its ending
   * @throws UserError with the nearest names if there is none
   */
  public static Comparison read(String name) {
    Path folder = Checkout.folder().resolve("notebooks-export").resolve("results");
    Path file = folder.resolve(name + ENDING);
    if (!Files.isRegularFile(file)) {
      throw new UserError("no results '" + name + "'" + NearestName.suggest(name, names(folder)));
    }
    return Json.read(file, Comparison.class);
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UserError(
          "cannot read " + folder + ": " + e + "; results are kept in a checkout", e);
    }
  }
}
