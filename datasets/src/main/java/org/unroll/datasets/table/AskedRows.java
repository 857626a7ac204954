package org.unroll.datasets.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.unroll.core.UserError;
import org.unroll.core.app.AskedRow;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.LineReader;
import org.unroll.core.data.Origin;

/**
 * Reads files that a net is asked about: a row for each of theirs, in order, whatever became of it.
 * Those that cannot be read are told.
 */
public record AskedRows(Tables tables, DataAccess access) {
  /** A row and where it stood. */
  private record Placed<I>(long line, AskedRow<I> row) {}

  /**
   * The rows of a table.
   *
   * @param column what the net is asked with
   * @throws UserError if none can be read
   */
  public <I> List<AskedRow<I>> table(Path file, String column, Function<String, I> input) {
    List<BadRow> bad = new ArrayList<>();
    TableRows<Placed<I>> read =
        tables
            .allowing(1)
            .read(
                file,
                header -> {
                  int place = ColumnNames.find(column, header, file.toString());
                  return (cells, origin) -> {
                    Optional<String> text = Optional.of(cells.get(place).strip());
                    if (text.get().isEmpty()) {
                      text = Optional.empty();
                      bad.add(new BadRow(origin, "nothing in column \"" + column + "\""));
                    }
                    return new Placed<>(
                        origin.line(), new AskedRow<>(text.map(input), named(header, cells)));
                  };
                });
    bad.addAll(read.bad());
    bad.sort(Comparator.comparingLong(row -> row.origin().line()));
    List<Placed<I>> all = new ArrayList<>(read.rows());
    for (BadRow row : read.bad()) {
      all.add(new Placed<>(row.origin().line(), new AskedRow<>(Optional.empty(), Map.of())));
    }
    all.sort(Comparator.comparingLong(Placed::line));
    return told(file, all, bad, read.notices());
  }

  private static Map<String, String> named(List<String> header, List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      named.put(header.get(i), cells.get(i));
    }
    return named;
  }

  /**
   * The lines of a text.
   *
   * @param blank whether a net can be asked about a blank one
   * @param input throws a {@link BadCell} if a net cannot be asked about a line
   */
  public <I> List<AskedRow<I>> lines(Path file, boolean blank, Function<String, I> input) {
    Optional<String> notice = PlainTextFile.require(file, tables.layout().charset());
    List<Placed<I>> all = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    try (LineReader lines = tables.layout().lines(file)) {
      for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
        Optional<I> asked = Optional.empty();
        try {
          asked = Optional.of(asked(next.get(), blank, input));
        } catch (BadCell e) {
          bad.add(new BadRow(new Origin(file.toString(), lines.number()), e.getMessage()));
        }
        all.add(new Placed<>(lines.number(), new AskedRow<>(asked, Map.of())));
      }
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
    return told(file, all, bad, notice.stream().toList());
  }

  private static <I> I asked(String line, boolean blank, Function<String, I> input) {
    if (line.isBlank() && !blank) {
      throw new BadCell("nothing in the line");
    }
    return input.apply(line);
  }

  private <I> List<AskedRow<I>> told(
      Path file, List<Placed<I>> all, List<BadRow> bad, List<String> notices) {
    TableRows<Placed<I>> rows = new TableRows<>(all, bad, all.size(), notices);
    if (bad.size() == all.size()) {
      throw new UserError(
          file + ": no rows of text" + (bad.isEmpty() ? "" : " can be read: " + rows.badRows()));
    }
    return rows.reported(file, access).stream().map(Placed::row).toList();
  }
}
