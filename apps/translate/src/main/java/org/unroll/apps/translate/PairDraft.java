package org.unroll.apps.translate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.datasets.pair.PairGuess;
import org.unroll.datasets.pair.PairSketch;
import org.unroll.datasets.pair.ParallelFiles;
import org.unroll.datasets.table.FilePattern;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.GivenFiles;
import org.unroll.datasets.table.HeaderNames;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableDraft;
import org.unroll.datasets.table.TableSketch;
import org.unroll.datasets.text.LanguageName;

/** Drafts a config for sentences with translations: files line by line, or tables. */
final class PairDraft {
  private static final String SOURCE = "source";
  private static final String TARGET = "target";
  static final List<Hint> HINTS =
      List.of(
          new Hint(
              SOURCE,
              "COLUMN|ENDING",
              "What to translate from: a column, or what names of files say, such as de.",
              false),
          new Hint(TARGET, "COLUMN|ENDING", "What to translate to.", false));

  private final Draft draft = new Draft();
  private final TableDraft files = new TableDraft(draft);
  private final Hints hints;

  private PairDraft(Hints hints) {
    this.hints = hints;
  }

  /**
   * @throws UserError if the files hold no sentences with translations
   */
  static Draft of(List<String> names, Hints hints) {
    List<Path> given = new ArrayList<>();
    for (Path place : FilePattern.files("init", names)) {
      PlainTextFile.requireThere(place);
      given.addAll(inside(place));
    }
    return new PairDraft(hints).draft(given);
  }

  /** The files of a folder, and of the folders in it: {@code de/train.txt}. */
  private static List<Path> inside(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    List<Path> inside = new ArrayList<>();
    for (Path each : FolderFiles.visible(place)) {
      List<Path> more = Files.isDirectory(each) ? FolderFiles.visible(each) : List.of(each);
      inside.addAll(more.stream().filter(Files::isRegularFile).toList());
    }
    return inside;
  }

  private Draft draft(List<Path> given) {
    List<Path> lines = given.stream().filter(file -> !TableSketch.isTable(file)).toList();
    Optional<ParallelFiles> parallel =
        lines.size() < 2
            ? Optional.empty()
            : ParallelFiles.of(lines, hints.one(SOURCE), hints.one(TARGET));
    if (parallel.isPresent()) {
      PairSketch pairs = new LinesDraft(draft, files, TableDraft.cut(hints)).set(parallel.get());
      told(pairs, parallel.get().source(), parallel.get().target());
      new PairSizes(pairs).set(draft);
      return draft;
    }
    List<Path> tables = files.tables(given);
    if (tables.isEmpty()) {
      throw new UserError(
          Draft.told(given)
              + ": expected two files of which line n of one translates line n of the other, called such as train.de and train.en, or a table with a column for each language");
    }
    table(GivenFiles.of(tables));
    return draft;
  }

  private void table(GivenFiles given) {
    TableSketch table = files.sketch(given);
    PairGuess guess = PairGuess.of(table, hints.one(SOURCE), hints.one(TARGET));
    files.files(given, TableDraft.cut(hints), file -> Map.of("table", TableDraft.text(file)));
    HeaderNames names =
        HeaderNames.of(table).named(guess.source(), SOURCE).named(guess.target(), TARGET);
    files.layout(table, names);
    if (table.named()) {
      Map<String, String> columns = new LinkedHashMap<>();
      columns.put(SOURCE, guess.source().name());
      columns.put(TARGET, guess.target().name());
      draft.set("data", "columns", columns);
    }
    guess.doubts().forEach(doubt -> draft.ask("data", "%s", doubt));
    PairSketch all = PairSketch.of(guess.source(), guess.target());
    PairSketch sketch = given.isCut() ? all : all.cut();
    String column = table.named() ? "" : "column ";
    told(sketch, column + guess.source().name(), column + guess.target().name());
    new PairSizes(sketch).set(draft);
  }

  private void told(PairSketch sketch, String source, String target) {
    boolean asked = hints.one(SOURCE).isPresent() || hints.one(TARGET).isPresent();
    String other = asked ? "" : " (the other way: --source " + target.replace("column ", "") + ")";
    draft.saw(
        "translates %s to %s%s: \"%s\" to \"%s\"",
        LanguageName.told(source),
        LanguageName.told(target),
        other,
        sketch.source().example(60),
        sketch.target().example(60));
  }
}
