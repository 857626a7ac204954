package org.unroll.datasets.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.core.data.Split;

/**
 * The keys of {@code data} that say which files are read, how, and into which parts they are cut.
 */
public record TableDraft(Draft draft) {
  /** Of the apps whose examples are rows without an order. */
  public static final Hint FOLDS =
      Hint.number("folds", "Cross-validation in so many folds, in place of a split.");

  /** Those that are tables; what is left out beside them is told. */
  public List<Path> tables(List<Path> places) {
    List<Path> tables = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    for (Path place : places) {
      boolean table = !Files.isDirectory(place) && TableSketch.isTable(place);
      (table ? tables : others).add(place);
    }
    if (!tables.isEmpty() && !others.isEmpty()) {
      draft.saw("left out, no table: %s", Draft.told(others));
    }
    return tables;
  }

  /** The table of the files, which is told. */
  public TableSketch sketch(GivenFiles files) {
    TableSketch table = TableSketch.of(files.training());
    draft.saw("%s: %s", Draft.told(files.training()), table.inWords());
    return table;
  }

  /**
   * A table's files, what is to be said of its layout, and where it is cut.
   *
   * @param cut of one set of examples, a key and what it holds
   */
  public void set(
      GivenFiles files, TableSketch table, HeaderNames names, Map.Entry<String, ?> cut) {
    files(files, cut);
    layout(table, names);
  }

  /** How a table is written, as far as a config must say it. */
  public void layout(TableSketch table, HeaderNames names) {
    names
        .header()
        .ifPresent(
            header ->
                draft.set("data", "header", header, "names of the columns: the file has none"));
    draft.set("data", "delimiter", table.layout().delimiter().map(TableDraft::key));
    encoding(table.layout().encoding());
  }

  /** What the files are written in, if it is not UTF-8. */
  public void encoding(Optional<String> encoding) {
    encoding.ifPresent(
        name -> draft.set("data", "encoding", name, "what the bytes look like; no UTF-8"));
  }

  private static String key(Delimiter delimiter) {
    return delimiter.name().toLowerCase(Locale.ROOT);
  }

  /** The files alone. */
  public void files(GivenFiles files, Map.Entry<String, ?> cut) {
    files(files, cut, TableDraft::text);
  }

  /**
   * The same.
   *
   * @param part what a config says of a file that is a part
   */
  public void files(GivenFiles files, Map.Entry<String, ?> cut, Function<Path, ?> part) {
    if (!files.isCut()) {
      source(files.source(), cut);
    }
    for (Split split : Split.values()) {
      Optional.ofNullable(files.parts().get(split))
          .filter(file -> files.isCut())
          .ifPresent(file -> draft.set("data", split.key(), part.apply(file)));
    }
    files.apart().ifPresent(this::apart);
  }

  /** A test that is no part of the config. */
  public void apart(Path test) {
    draft.ask(
        "data",
        "%s is no part of it: a part of the rest is the validation; at the end evaluate --data %s",
        test,
        test);
  }

  /** Files or folders that are one set of examples. */
  public void source(List<Path> places, Map.Entry<String, ?> cut) {
    List<String> names = places.stream().map(TableDraft::text).toList();
    draft.set("data", "source", names.size() == 1 ? names.get(0) : names);
    draft.set("data", cut.getKey(), cut.getValue());
  }

  /** A split by chance, or the folds that the user asked for. */
  public static Map.Entry<String, ?> cut(Hints hints) {
    OptionalInt folds = hints.number(FOLDS.name(), 2);
    Map<String, Object> split = new LinkedHashMap<>();
    if (folds.isPresent()) {
      return Map.entry("folds", Map.of("of", folds.getAsInt()));
    }
    split.put("by", "random");
    split.put("fractions", List.of(0.8, 0.1, 0.1));
    return Map.entry("split", split);
  }

  /** With a slash behind a folder, by which it is told from the name of a data set. */
  public static String text(Path place) {
    return Files.isDirectory(place) ? place + "/" : place.toString();
  }
}
