package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.Cells;
import org.unroll.datasets.table.ColumnNames;
import org.unroll.datasets.table.Tables;

/** Makes rows of frames of the cells of a table, whose columns it tells apart. Not thread-safe. */
final class FrameRowMaker implements Tables.RowMaker<FrameRow> {
  private final FrameData data;
  private final Path file;
  private final List<String> header;
  private final Optional<LabelCells> labels;
  private final int recording;
  private final int frame;
  private final List<Integer> features = new ArrayList<>();
  private final List<Integer> about = new ArrayList<>();
  private boolean any;
  private boolean ofPictures;

  /**
   * @param labelled whether it has columns of labels
   * @throws org.unroll.core.UserError if it has none then
   */
  FrameRowMaker(FrameData data, Path file, List<String> header, boolean labelled) {
    this.data = data;
    this.file = file;
    this.header = List.copyOf(header);
    this.labels =
        labelled ? Optional.of(new LabelCells(data.columns(), file, header)) : Optional.empty();
    this.recording = header.indexOf(data.columns().video());
    this.frame = header.indexOf(data.columns().frame());
  }

  /** What it knows after the first row. */
  boolean isOfPictures() {
    return ofPictures;
  }

  boolean isNumbered() {
    return frame >= 0 && !ofPictures;
  }

  List<String> featureNames() {
    return features.stream().map(header::get).toList();
  }

  List<String> aboutNames() {
    return about.stream().map(header::get).toList();
  }

  Optional<LabelCells> labels() {
    return labels;
  }

  @Override
  public FrameRow make(List<String> cells, Origin origin) {
    if (!any) {
      tellApart(cells);
      any = true;
    }
    float[] numbers = new float[features.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = feature(cells.get(features.get(i)), header.get(features.get(i)));
    }
    return new FrameRow(
        recording < 0 ? "" : filled(cells, recording),
        isNumbered() ? LabelFile.number(cells.get(frame), header.get(frame)) : 0,
        ofPictures ? filled(cells, frame) : "",
        numbers,
        labels.map(found -> found.value(cells)),
        about.stream().map(place -> cells.get(place).strip()).toList(),
        origin);
  }

  private String filled(List<String> cells, int place) {
    return Cells.filled(cells.get(place), header.get(place));
  }

  private float feature(String cell, String column) {
    if (data.columns().features().isEmpty() && !isNumber(cell)) {
      throw new BadCell(
          "'%s' in column \"%s\" is no number as in the first row; name the features in data.columns.features"
              .formatted(cell, column));
    }
    return (float) Cells.number(cell, column);
  }

  /** By the first row: without named features, those are the columns of numbers. */
  private void tellApart(List<String> first) {
    ofPictures = frame >= 0 && !isNumber(first.get(frame));
    List<String> named = data.columns().features();
    for (String name : named) {
      features.add(ColumnNames.find(name, header, file.toString()));
    }
    Set<String> taken = new HashSet<>(data.columns().otherThanFeatures());
    taken.addAll(named);
    for (int place = 0; place < header.size(); place++) {
      boolean groups = data.groupColumns().contains(header.get(place));
      boolean free = !groups && !taken.contains(header.get(place));
      if (free && named.isEmpty() && !ofPictures && isNumber(first.get(place))) {
        features.add(place);
      } else if (free || groups) {
        about.add(place);
      }
    }
  }

  private static boolean isNumber(String cell) {
    try {
      Cells.number(cell, "");
      return true;
    } catch (BadCell e) {
      return false;
    }
  }
}
