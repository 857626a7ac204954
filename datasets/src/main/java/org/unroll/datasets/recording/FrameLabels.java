package org.unroll.datasets.recording;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.metric.Bands;

/** What the data says of each frame of a recording. */
public sealed interface FrameLabels {
  /** What stands for a frame without a class. */
  String NONE = "";

  /** Of how many frames. */
  int length();

  /**
   * A class for each frame.
   *
   * @param names by frame; {@link #NONE} of those that have none
   */
  record OfClasses(List<String> names) implements FrameLabels {
    public OfClasses {
      names = List.copyOf(names);
    }

    @Override
    public int length() {
      return names.size();
    }
  }

  /**
   * Real numbers for each frame, such as a steering angle.
   *
   * @param columns what they are called
   * @param rows {@code [frame][column]}, NaN where there is none; not to be changed
   */
  record OfNumbers(List<String> columns, double[][] rows) implements FrameLabels {
    public OfNumbers {
      columns = List.copyOf(columns);
    }

    @Override
    public int length() {
      return rows.length;
    }

    /**
     * In which of the bands each frame lies.
     *
     * @throws UserError if a frame has more than one number
     */
    OfClasses classes(Bands bands) {
      if (columns.size() > 1) {
        throw new UserError(
            "data.classes: frames have several numbers, %s; expected one column in data.columns.targets"
                .formatted(String.join(", ", columns)));
      }
      List<String> names = new ArrayList<>();
      for (double[] row : rows) {
        names.add(Double.isNaN(row[0]) ? NONE : bands.names().get(bands.of(row[0])));
      }
      return new OfClasses(names);
    }
  }
}
