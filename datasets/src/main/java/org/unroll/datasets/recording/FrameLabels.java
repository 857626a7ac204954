package org.unroll.datasets.recording;

import java.util.List;

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
  }
}
