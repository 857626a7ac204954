package org.unroll.datasets.caption;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.LineRows;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;

/** Reads captions in whatever file or folder they are. Skipped rows are told. */
record CaptionReader(CaptionColumns columns, Tables tables, DataAccess access) {
  private static final List<String> NAMES =
      Stream.of("csv", "tsv", "jsonl", "json", "txt", "token")
          .flatMap(ending -> Stream.of("captions." + ending, "captions." + ending + ".gz"))
          .toList();

  /**
   * @throws UserError if there are none, or too many rows are bad
   */
  WrittenCaptions read(Path place, CaptionRowMaker.Wanted wanted) {
    WrittenCaptions read = Files.isDirectory(place) ? folder(place, wanted) : file(place, wanted);
    if (read.rows().isEmpty()) {
      throw new UserError(
          "%s: no %s in it".formatted(place, wanted.captions() ? "captions" : "pictures"));
    }
    return read;
  }

  private WrittenCaptions file(Path file, CaptionRowMaker.Wanted wanted) {
    CaptionFormat format = CaptionFormat.of(file, columns, tables.layout());
    CaptionColumns found = columns;
    if (format == CaptionFormat.LINES && wanted.captions()) {
      throw new UserError(
          "%s: no captions; expected name.jpg#0, a tab and the caption in each line, or a header with %s,%s"
              .formatted(file, columns.image(), columns.caption()));
    } else if (format == CaptionFormat.LINES) {
      found = new CaptionColumns(LineRows.COLUMN, columns.caption(), columns.split());
    }
    CaptionRowMaker maker = new CaptionRowMaker(file.toString(), found, wanted);
    List<CaptionRow> rows =
        tables.read(file, format.reader(columns, tables.layout()), maker).reported(file, access);
    return new WrittenCaptions(file, List.of(file), FolderFiles.folderOf(file), rows);
  }

  /** A folder of pictures with a file of captions, or a text beside each picture. */
  private WrittenCaptions folder(Path folder, CaptionRowMaker.Wanted wanted) {
    List<Path> found = NAMES.stream().map(folder::resolve).filter(Files::exists).toList();
    if (found.size() > 1) {
      throw new UserError(
          "%s and %s: name the one that is meant".formatted(found.get(0), found.get(1)));
    }
    return found.isEmpty() ? beside(folder, wanted) : file(found.get(0), wanted);
  }

  private WrittenCaptions beside(Path folder, CaptionRowMaker.Wanted wanted) {
    CaptionRowMaker maker = new CaptionRowMaker(folder.toString(), columns, wanted);
    List<CaptionRow> rows = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    int read = 0;
    for (String picture : PictureFolder.of(folder).names()) {
      Path plain = folder.resolve(NameIndex.stem(picture) + ".txt");
      Path text = Files.exists(plain) ? plain : folder.resolve(plain.getFileName() + ".gz");
      if (Files.isRegularFile(text)) {
        TableRows<CaptionRow> lines =
            tables.allowing(1).read(text, tables.layout().lineReader(), maker.beside(picture));
        rows.addAll(lines.rows());
        bad.addAll(lines.bad());
        read += lines.read();
        files.add(text);
      }
    }
    if (files.isEmpty()) {
      throw new UserError(
          "%s: no captions; expected a captions.csv, .tsv, .jsonl, .json or .txt in it, or a .txt with the name of each picture beside it, a caption a line"
              .formatted(folder));
    }
    TableRows<CaptionRow> all = new TableRows<>(rows, bad, read, List.of());
    tables.requireFewBad(folder.toString(), all);
    return new WrittenCaptions(folder, files, folder, all.reported(folder, access));
  }
}
