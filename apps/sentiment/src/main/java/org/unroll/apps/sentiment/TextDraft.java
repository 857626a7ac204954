package org.unroll.apps.sentiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.datasets.labelled.ClassPlaces;
import org.unroll.datasets.labelled.TextGuess;
import org.unroll.datasets.table.FilePattern;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.GivenFiles;
import org.unroll.datasets.table.HeaderNames;
import org.unroll.datasets.table.TableDraft;
import org.unroll.datasets.table.TableSketch;

/** Drafts a config for texts with classes: tables, a file a class, or a folder a class. */
final class TextDraft {
  static final List<Hint> HINTS =
      List.of(
          Hint.column("text", "The column of the texts."),
          Hint.column("label", "The column of their classes, or labels."),
          TableDraft.FOLDS);

  private static final int SHOWN = 8;
  private static final String CLASSES = "layer: softmax, label-smoothing: 0.1";
  private static final double USUALLY_BAD = 0.005;
  private static final double RARE = 0.1;

  private final Draft draft = new Draft();
  private final TableDraft files = new TableDraft(draft);
  private final Hints hints;

  private TextDraft(Hints hints) {
    this.hints = hints;
  }

  /**
   * @throws org.unroll.core.UserError if the files hold no texts with classes
   */
  static Draft of(List<String> names, Hints hints) {
    List<Path> given = FilePattern.files("init", names);
    return new TextDraft(hints).draft(given.size() == 1 ? inside(given.get(0)) : given);
  }

  /** What a folder holds: folders, or else files. */
  private static List<Path> inside(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    List<Path> inside = FolderFiles.visible(place);
    List<Path> folders = inside.stream().filter(Files::isDirectory).toList();
    return folders.isEmpty() ? inside : folders;
  }

  private Draft draft(List<Path> places) {
    List<Path> tables = files.tables(places);
    GivenFiles given = GivenFiles.of(tables.isEmpty() ? places : tables);
    if (!tables.isEmpty()) {
      table(given);
    } else if (given.parts().isEmpty()) {
      classes(places);
    } else {
      folders(given);
    }
    return draft;
  }

  private void table(GivenFiles given) {
    TableSketch table = files.sketch(given);
    TextGuess guess = TextGuess.of(table, hints.one("text"), hints.one("label"));
    HeaderNames names =
        HeaderNames.of(table).named(guess.text(), "text").named(guess.label(), "label");
    files.set(given, table, names, TableDraft.cut(hints));
    Map<String, String> columns = new LinkedHashMap<>();
    if (table.named()) {
      columns.put("text", guess.text().name());
      columns.put("label", guess.label().name());
      draft.set("data", "columns", columns);
    }
    draft.saw("text: column %s, such as \"%s\"", guess.text().name(), guess.text().example(60));
    guess.doubts().forEach(doubt -> draft.ask("data", "%s", doubt));
    empty(table, guess);
    balance("in column " + guess.label().name(), guess.counts());
    new TextSizes(table.rows(), guess.text()).set(draft);
    guess.separator().ifPresent(this::severalLabels);
    graph(guess.separator().isPresent() ? "layer: sigmoid" : CLASSES);
  }

  /** Rows without a text or a class are left out, however many. */
  private void empty(TableSketch table, TextGuess guess) {
    int empty = 0;
    for (int row = 0; row < table.rows(); row++) {
      boolean text = guess.text().cells().get(row).isEmpty();
      empty += text || guess.label().cells().get(row).isEmpty() ? 1 : 0;
    }
    double share = (double) empty / table.rows();
    if (share > USUALLY_BAD) {
      draft.ask(
          "data", "%d of %d rows have no text or no class and are left out", empty, table.rows());
      draft.set("data", "max-bad-rows", Math.ceil(100 * share + 1) / 100);
    }
  }

  /** A place a class. */
  private void classes(List<Path> all) {
    List<Path> places = labelled(all);
    ClassPlaces found = ClassPlaces.of(places);
    files.source(places, TableDraft.cut(hints));
    draft.set("data", "classes", List.copyOf(found.counts().keySet()));
    files.encoding(found.encoding());
    texts(found, places);
  }

  /** Less what is called to be without a class. */
  private List<Path> labelled(List<Path> places) {
    List<Path> labelled = new ArrayList<>(places);
    labelled.removeIf(place -> place.getFileName().toString().matches("unsup|unlabell?ed"));
    if (labelled.size() < places.size()) {
      draft.saw("left out, as it has no class: what is called unsup or unlabelled");
    }
    return labelled;
  }

  /** A folder a part, each with a folder a class. */
  private void folders(GivenFiles given) {
    List<Path> all = inside(given.training().get(0));
    List<Path> places = labelled(all);
    ClassPlaces found = ClassPlaces.of(places);
    files.files(given, TableDraft.cut(hints));
    if (places.size() < all.size() && !given.isCut()) {
      draft.set("data", "source", places.stream().map(place -> place + "/").toList());
      draft.set("data", "classes", List.copyOf(found.counts().keySet()));
    }
    files.encoding(found.encoding());
    texts(found, places);
  }

  private void texts(ClassPlaces found, List<Path> places) {
    found.encoding().ifPresent(encoding -> draft.saw("encoding: %s", encoding));
    draft.saw("text: such as \"%s\"", found.texts().example(60));
    balance("by the names of " + Draft.told(places), found.counts());
    int count = found.counts().values().stream().mapToInt(Integer::intValue).sum();
    new TextSizes(count, found.texts()).set(draft);
    graph(CLASSES);
  }

  private void balance(String where, Map<String, Integer> counts) {
    draft.saw("classes: %d %s: %s", counts.size(), where, TextSummary.told(counts, SHOWN));
    int most = Collections.max(counts.values());
    int least = Collections.min(counts.values());
    if (least < RARE * most) {
      draft.ask(
          "train",
          "some classes are rare: accuracy says little; early-stop: {metric: macro-f1} watches all alike");
    }
  }

  private void severalLabels(String separator) {
    draft.saw("cells of the label hold several, with '%s' between them", separator);
    draft.set("data", "labels", Map.of("separator", separator));
  }

  /** The default graph with more dropout, as texts that people wrote are soon learnt by heart. */
  private void graph(String head) {
    draft.node(
        "embed", "layer: embedding, size: 50, input: tokens, dropout: 0.5, word-dropout: 0.1");
    draft.node("encoder", "layer: lstm, size: 64, bidirectional: true, input: embed");
    draft.node("summary", "vertex: pool-time, kind: max, input: encoder");
    draft.node("output", head + ", input: summary, dropout: 0.5, skip: ngrams, skip-weight: 0.6");
  }
}
