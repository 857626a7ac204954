package org.unroll.core.report;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.metric.Table;
import org.unroll.core.run.RunDirectory;

/**
 * Scores by group, such as by the length of a sentence, of compared runs side by side: every table
 * of theirs whose last column is a metric. A run with several seeds or folds has their mean.
 */
public final class Breakdowns {
  private static final int DEPTH = 3; // tables of a run, of its seeds, of their folds

  private final Comparison comparison;
  private final Map<String, List<Map<String, List<Table>>>> runs = new LinkedHashMap<>();

  /**
   * @param parent holds the compared runs, all of them finished
   * @throws UserError if one of their files cannot be read
   */
  public Breakdowns(RunDirectory parent, Comparison comparison) {
    this.comparison = comparison;
    for (String row : comparison.rows()) {
      runs.put(row, read(parent.path().resolve(row)));
    }
  }

  /** Split to tables, of the run or of each of its seeds and folds. */
  private static List<Map<String, List<Table>>> read(Path run) {
    List<Map<String, List<Table>>> all = new ArrayList<>();
    try (Stream<Path> files = Files.find(run, DEPTH, (path, attributes) -> isTables(path))) {
      for (Path file : files.sorted().toList()) {
        all.add(Json.MAPPER.readValue(file.toFile(), new TypeReference<>() {}));
      }
    } catch (IOException e) {
      throw new UserError("cannot read the tables of " + run + ": " + e.getMessage(), e);
    }
    return all;
  }

  private static boolean isTables(Path path) {
    return path.equals(new RunDirectory(path.getParent()).tables());
  }

  /** A column a run; a dash where a run does not know a group of another one. */
  public List<Table> tables(String split) {
    Map<String, List<Table>> alike = new LinkedHashMap<>();
    for (List<Map<String, List<Table>>> run : runs.values()) {
      for (Map<String, List<Table>> each : run) {
        for (Table table : each.getOrDefault(split, List.of())) {
          if (comparison.measures(split, metric(table))) {
            alike.computeIfAbsent(title(table, split), none -> new ArrayList<>()).add(table);
          }
        }
      }
    }
    return alike.values().stream().map(tables -> beside(tables, split)).toList();
  }

  private static String metric(Table table) {
    return table.header().get(table.header().size() - 1);
  }

  private static String title(Table model, String split) {
    boolean said = model.title().toLowerCase(Locale.ROOT).startsWith(metric(model));
    return model.title() + (said ? "" : ", " + metric(model)) + ", " + split + " split";
  }

  private Table beside(List<Table> tables, String split) {
    Table model = tables.get(0);
    List<String> header = new ArrayList<>(keys(model.header()));
    header.addAll(comparison.rows());
    List<List<String>> lines = new ArrayList<>();
    for (List<String> group : groups(tables)) {
      List<String> line = new ArrayList<>(group);
      for (String row : comparison.rows()) {
        line.add(mean(row, split, model.title(), group));
      }
      lines.add(line);
    }
    return new Table(title(model, split), header, lines);
  }

  /** All but the score. */
  private static List<String> keys(List<String> line) {
    return line.subList(0, line.size() - 1);
  }

  /**
   * Those of all tables; one that is new stands beside those that it stands beside in its table.
   */
  private static List<List<String>> groups(List<Table> tables) {
    List<List<String>> groups = new ArrayList<>();
    for (Table table : tables) {
      int next =
          table.rows().stream()
              .map(line -> groups.indexOf(keys(line)))
              .filter(place -> place >= 0)
              .findFirst()
              .orElse(groups.size());
      for (List<String> line : table.rows()) {
        List<String> group = keys(line);
        if (!groups.contains(group)) {
          groups.add(next, group);
        }
        next = groups.indexOf(group) + 1;
      }
    }
    return groups;
  }

  private String mean(String row, String split, String title, List<String> keys) {
    List<BigDecimal> scores = new ArrayList<>();
    for (Map<String, List<Table>> run : runs.get(row)) {
      Optional<BigDecimal> score = score(run.getOrDefault(split, List.of()), title, keys);
      if (score.isEmpty()) {
        return Table.NONE;
      }
      scores.add(score.get());
    }
    BigDecimal sum = scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(scores.size()), sum.scale(), RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static Optional<BigDecimal> score(List<Table> tables, String title, List<String> keys) {
    for (Table table : tables) {
      for (List<String> line : table.rows()) {
        boolean found = table.title().equals(title) && keys(line).equals(keys);
        if (found && !line.get(keys.size()).equals(Table.NONE)) {
          return Optional.of(new BigDecimal(line.get(keys.size())));
        }
      }
    }
    return Optional.empty();
  }
}
