package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.Cells;
import org.unroll.datasets.table.Tables;

/**
 * Reads a file of labels. Its header says what a row is: a segment ({@code start,end,label}), a
 * frame with its number ({@code frame,label}), or the next frame ({@code label}). Not thread-safe.
 */
final class LabelFile {
  private final Path file;
  private final FrameFiles files;
  private final FrameColumns columns;
  private Form form = Form.IN_TURN;
  private LabelCells cells;

  private enum Form {
    SEGMENTS,
    NUMBERED,
    IN_TURN
  }

  private LabelFile(Path file, FrameFiles files) {
    this.file = file;
    this.files = files;
    this.columns = files.data().columns();
  }

  /**
   * The labels of all frames that the file counts.
   *
   * @param of the recording, for messages
   * @throws UserError with file and line, if the labels are not those of such frames
   */
  static FrameLabels read(Path file, FrameFiles files, FrameNumbers frames, Object of) {
    LabelFile labels = new LabelFile(file, files);
    List<LabelRow> rows = files.rows(file, labels::maker);
    List<LabelValue> values =
        labels.form == Form.SEGMENTS
            ? new Segments(labels.columns.unit(), frames, of).values(rows, labels.cells.none())
            : labels.inTurn(rows, frames, of);
    return labels.cells.labels(values);
  }

  private Tables.RowMaker<LabelRow> maker(List<String> header) {
    cells = new LabelCells(columns, file, header);
    int start = header.indexOf(columns.start());
    int end = header.indexOf(columns.end());
    int frame = header.indexOf(columns.frame());
    if ((start < 0) != (end < 0)) {
      throw wrongHeader(header);
    }
    form = start >= 0 ? Form.SEGMENTS : frame >= 0 ? Form.NUMBERED : Form.IN_TURN;
    return switch (form) {
      case SEGMENTS ->
          (row, at) ->
              row(
                  time(row.get(start), columns.start()),
                  time(row.get(end), columns.end()),
                  row,
                  at);
      case NUMBERED ->
          (row, at) -> {
            double number = number(row.get(frame), columns.frame());
            return row(number, number, row, at);
          };
      case IN_TURN -> (row, at) -> row(0, 0, row, at);
    };
  }

  private UserError wrongHeader(List<String> header) {
    return new UserError(
        "%s:1: expected %s,%s,… (segments), %s,… or %s alone, found %s; mend the header or set data.columns"
            .formatted(
                file,
                columns.start(),
                columns.end(),
                columns.frame(),
                String.join(",", columns.predicted()),
                String.join(",", header)));
  }

  private LabelRow row(double start, double end, List<String> row, Origin at) {
    return new LabelRow(start, end, cells.value(row), at);
  }

  private double time(String cell, String column) {
    if (columns.unit() == FrameColumns.Unit.FRAMES) {
      return firstOrLast(cell, column);
    }
    double seconds = Cells.number(cell, column);
    if (Double.isNaN(seconds)) {
      throw new BadCell("nothing in column \"" + column + "\"");
    }
    return seconds;
  }

  private static int firstOrLast(String cell, String column) {
    try {
      return number(cell, column);
    } catch (BadCell e) {
      throw new BadCell(e.getMessage() + "; for seconds set data.columns.unit: seconds");
    }
  }

  /** Of a frame. */
  static int number(String cell, String column) {
    double number = Cells.number(cell, column);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new BadCell(
          "'%s' in column \"%s\" is no number of a frame".formatted(cell.strip(), column));
    }
    return (int) number;
  }

  private List<LabelValue> inTurn(List<LabelRow> rows, FrameNumbers frames, Object of) {
    List<LabelValue> values = new ArrayList<>();
    for (LabelRow row : rows) {
      if (values.size() == frames.length()) {
        throw new UserError(
            "%s: a label past the end of %s, which has %s".formatted(row.origin(), of, frames));
      }
      if (form == Form.NUMBERED) {
        checkNumber(row, frames.number(values.size()));
      }
      values.add(row.value());
    }
    if (values.size() < frames.length()) {
      throw new UserError(
          "%s: labels for the first %d frames only of %s, which has %s; give each frame a row (frame,label), with nothing after the comma where it has no label"
              .formatted(file, values.size(), of, frames));
    }
    return values;
  }

  private void checkNumber(LabelRow row, int expected) {
    int found = (int) row.start();
    if (found != expected) {
      throw new UserError(
          "%s: frame %d where frame %d should be; give each frame a row, in order, with an empty cell where it has no label%s"
              .formatted(
                  row.origin(),
                  found,
                  expected,
                  expected == columns.firstFrame()
                      ? " (data.columns.first-frame: the first)"
                      : ""));
    }
  }
}
