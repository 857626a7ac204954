package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unroll.datasets.table.Cells;
import org.unroll.datasets.table.ColumnNames;

/** Finds what is to be predicted in the rows of a table. */
final class LabelCells {
  private final List<String> targets; // none: a class
  private final List<Integer> places = new ArrayList<>();

  /**
   * @param file for the message
   * @throws org.unroll.core.UserError if a column is missing
   */
  LabelCells(FrameColumns columns, Path file, List<String> header) {
    this.targets = columns.targets();
    for (String column : columns.predicted()) {
      places.add(ColumnNames.find(column, header, file.toString()));
    }
  }

  /**
   * @throws org.unroll.datasets.table.BadCell if a target is no number
   */
  LabelValue value(List<String> cells) {
    if (targets.isEmpty()) {
      return LabelValue.ofClass(cells.get(places.get(0)).strip());
    }
    double[] numbers = new double[targets.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Cells.number(cells.get(places.get(i)), targets.get(i));
    }
    return new LabelValue("", numbers);
  }

  /** What a frame is given of which nothing is said. */
  LabelValue none() {
    double[] numbers = new double[targets.size()];
    Arrays.fill(numbers, Double.NaN);
    return new LabelValue(FrameLabels.NONE, numbers);
  }

  /** Labels in the order of the frames. */
  FrameLabels labels(List<LabelValue> frames) {
    if (targets.isEmpty()) {
      return new FrameLabels.OfClasses(frames.stream().map(LabelValue::name).toList());
    }
    double[][] rows = frames.stream().map(LabelValue::numbers).toArray(double[][]::new);
    return new FrameLabels.OfNumbers(targets, rows);
  }
}
