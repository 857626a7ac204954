package org.unroll.datasets.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.ListView;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.CellForm;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.LineRows;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.text.LabelledText;

/**
 * Texts whose class is not beside them: all of a file, or of a folder, have the same.
 *
 * @param column of the texts where a file is a table
 */
record ClassFiles(Tables tables, String column, DataAccess access) {
  /** The texts of a folder that has a folder for each class, which is called as the class. */
  List<LabelledText> folder(Path folder) {
    List<List<LabelledText>> classes = new ArrayList<>();
    for (Path place : FolderFiles.visible(folder)) {
      if (Files.isDirectory(place)) {
        classes.add(of(place, place.getFileName().toString()));
      }
    }
    List<LabelledText> all = ListView.joined(classes);
    if (all.isEmpty()) {
      throw new UserError(
          folder
              + ": is a folder; expected a file, or a folder of texts for each class in it, or the class by data.classes");
    }
    return all;
  }

  /** The texts of a class: each file of a folder, each line of a file, or those of a table. */
  List<LabelledText> of(Path place, String label) {
    return Files.isDirectory(place) ? files(place, label) : rows(place, label);
  }

  private List<LabelledText> rows(Path file, String label) {
    boolean table = tables.layout().isTable(file);
    return tables
        .read(
            file,
            table ? tables.layout().reader() : tables.layout().lineReader(),
            List.of(table ? column : LineRows.COLUMN),
            new CellForm<>(
                (cells, origin) -> new LabelledText(cells.get(0), label, origin),
                each -> List.of(each.text()),
                LabelledText::origin))
        .reported(file, access);
  }

  private List<LabelledText> files(Path folder, String label) {
    List<LabelledText> texts = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    int read = 0;
    for (Path file : FolderFiles.visible(folder)) {
      if (Files.isRegularFile(file)) {
        read++;
        String text = text(file);
        if (text.isBlank()) {
          bad.add(new BadRow(Origin.file(file), "no text"));
        } else {
          texts.add(new LabelledText(text.strip(), label, Origin.file(file)));
        }
      }
    }
    if (texts.isEmpty()) {
      throw new UserError(folder + ": is a folder without texts; expected a file for each");
    }
    TableRows<LabelledText> rows = new TableRows<>(texts, bad, read, List.of());
    tables.requireFewBad(folder.toString(), rows);
    return rows.reported(folder, access);
  }

  private String text(Path file) {
    PlainTextFile.require(file, tables.layout().charset());
    try {
      return PlainTextFile.text(file, tables.layout().charset());
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }
}
