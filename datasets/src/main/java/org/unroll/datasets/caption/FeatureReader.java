package org.unroll.datasets.caption;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.Cells;
import org.unroll.datasets.table.ColumnNames;
import org.unroll.datasets.table.LineRows;
import org.unroll.datasets.table.TableFormat;
import org.unroll.datasets.table.Tables;

/** Opens files of features, arrays and tables. */
record FeatureReader(CaptionColumns columns, Tables tables, DataAccess access) {
  private record Row(String image, float[] numbers) {}

  /**
   * @throws UserError if it is neither, or names are missing
   */
  FeatureFile open(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".npy") ? array(file) : table(file);
  }

  private FeatureFile array(Path file) {
    NpyFile npy = NpyFile.open(file);
    FeatureArray features = FeatureArray.of(npy);
    Path list = list(file);
    List<String> names = names(list);
    FeatureFile.requireNames(file, npy.shape().get(0), list, names.size());
    long different = names.stream().distinct().count();
    if (different < names.size()) {
      access
          .notices()
          .accept(
              "%s: %,d names stand in it twice; the first row of each counts"
                  .formatted(list, names.size() - different));
    }
    return FeatureFile.of(file, features, names);
  }

  private static Path list(Path file) {
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.length() - ".npy".length());
    for (String ending : List.of(".txt", ".csv", ".txt.gz", ".csv.gz")) {
      Path list = file.resolveSibling(stem + ending);
      if (Files.exists(list)) {
        return list;
      }
    }
    throw new UserError(
        "%s: there is no %s.txt beside it; expected the names of its pictures, a line for each row"
            .formatted(file, stem));
  }

  /** A name a line, or the column of a table. */
  private List<String> names(Path list) {
    String column = tables.layout().isTable(list) ? columns.image() : LineRows.COLUMN;
    return tables
        .plain(0)
        .read(list, List.of(column), (cells, origin) -> cells.get(0))
        .reported(list, access);
  }

  private FeatureFile table(Path file) {
    if (!TableFormat.isTable(file)) {
      throw new UserError(
          file + ": no file of features; the name must end in .npy, .csv, .tsv or .jsonl");
    }
    List<Row> rows =
        tables
            .plain(tables.maxBadRows())
            .read(file, header -> maker(file, header))
            .reported(file, access);
    if (rows.isEmpty()) {
      throw new UserError(file + ": no rows; expected one for each picture");
    }
    List<float[]> numbers = new ArrayList<>();
    rows.forEach(row -> numbers.add(row.numbers()));
    FeatureArray.Rows read =
        wanted -> {
          float[][] found = new float[wanted.length][];
          for (int i = 0; i < found.length; i++) {
            found[i] = numbers.get(wanted[i]);
          }
          return found;
        };
    return FeatureFile.of(
        file,
        new FeatureArray(1, numbers.get(0).length, read),
        rows.stream().map(Row::image).toList());
  }

  private Tables.RowMaker<Row> maker(Path file, List<String> header) {
    int image = ColumnNames.find(columns.image(), header, file.toString());
    if (header.size() < 2) {
      throw new UserError(file + ":1: no column beside \"" + columns.image() + "\"");
    }
    Set<String> seen = new HashSet<>();
    return (cells, origin) -> {
      String name = cells.get(image).strip();
      if (name.isEmpty() || !seen.add(name)) {
        throw new BadCell(name.isEmpty() ? "no name" : "'" + name + "' has a row already");
      }
      return new Row(name, numbers(header, cells, image));
    };
  }

  private static float[] numbers(List<String> header, List<String> cells, int image) {
    float[] numbers = new float[cells.size() - 1];
    for (int i = 0, to = 0; i < cells.size(); i++) {
      if (i != image) {
        numbers[to++] = (float) Cells.number(cells.get(i), header.get(i));
      }
    }
    return numbers;
  }
}
