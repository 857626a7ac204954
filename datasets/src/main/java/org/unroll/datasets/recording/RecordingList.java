package org.unroll.datasets.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Progress.Work;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.TableFormat;
import org.unroll.datasets.table.Tables;

/**
 * Reads a table with a row for each recording: its file in the column {@code video}, its label file
 * in {@code labels}; other columns say more of it, such as its subject.
 */
final class RecordingList {
  private final Path table;
  private final FrameFiles files;
  private final RecordingOpener opener;

  /** A row. */
  private record Listed(
      Path place, Optional<String> labels, Map<String, String> about, Origin at) {}

  RecordingList(Path table, FrameFiles files, boolean labelled) {
    this.table = table;
    this.files = files;
    this.opener = new RecordingOpener(files, labelled);
  }

  /**
   * Whether a table is such a list: it names label files, or a first recording that is there beside
   * it and has no label in its row.
   */
  static boolean isList(Path table, FrameData data) {
    FrameColumns columns = data.columns();
    return TableHead.of(table, data.layout())
        .filter(head -> head.cell(columns.video()).isPresent())
        .filter(
            head ->
                head.cell(columns.labels()).isPresent()
                    || columns.predicted().stream().noneMatch(name -> head.cell(name).isPresent())
                        && NamedPlace.find(
                                FolderFiles.folderOf(table), head.cell(columns.video()).get())
                            .isPresent())
        .isPresent();
  }

  /** In the order of the table. */
  List<Recording> read() {
    List<Listed> rows = files.rows(table, this::maker);
    Path folder = FolderFiles.folderOf(table);
    RecordingNames names = new RecordingNames();
    for (Listed row : rows) {
      names.add(NamedPlace.name(folder, row.place()), row.at());
    }
    files
        .pictures()
        .prepare(rows.stream().map(Listed::place).filter(RecordingList::isFootage).toList());
    List<Recording> recordings = new ArrayList<>();
    try (Work work = files.begin(rows.size())) {
      for (Listed row : rows) {
        String name = NamedPlace.name(folder, row.place());
        Optional<Path> labels =
            row.labels()
                .filter(cell -> opener.labelled())
                .map(cell -> NamedPlace.require(folder, cell, row.at()));
        recordings.add(opener.open(row.place(), name, row.about(), labels, row.at()));
        work.advance(1);
      }
    }
    return recordings;
  }

  private static boolean isFootage(Path place) {
    return Files.isDirectory(place) || !TableFormat.isTable(place);
  }

  private Tables.RowMaker<Listed> maker(List<String> header) {
    FrameColumns columns = files.data().columns();
    int labels = header.indexOf(columns.labels());
    int video = header.indexOf(columns.video());
    return (cells, at) -> {
      String place = cells.get(video).strip();
      if (place.isEmpty() || labels >= 0 && cells.get(labels).isBlank()) {
        throw new BadCell(
            "nothing in column \"%s\"".formatted(header.get(place.isEmpty() ? video : labels)));
      }
      Map<String, String> about = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        if (i != video && i != labels) {
          about.put(header.get(i), cells.get(i).strip());
        }
      }
      Optional<String> named =
          labels < 0 ? Optional.empty() : Optional.of(cells.get(labels).strip());
      return new Listed(
          NamedPlace.require(FolderFiles.folderOf(table), place, at), named, about, at);
    };
  }
}
