package org.unroll.datasets.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames that are numbers, such as the joints of a skeleton.
 *
 * @param names of the numbers of a frame
 * @param rows {@code [frame][number]}; not to be changed
 */
public record FeatureFrames(List<String> names, float[][] rows) implements Frames {
  public FeatureFrames {
    names = List.copyOf(names);
  }

  /** These numbers and then the others' of the same frames. */
  public FeatureFrames with(FeatureFrames others) {
    List<String> all = new ArrayList<>(names);
    all.addAll(others.names);
    float[][] joined = new float[rows.length][];
    for (int frame = 0; frame < rows.length; frame++) {
      joined[frame] = Arrays.copyOf(rows[frame], all.size());
      System.arraycopy(others.rows[frame], 0, joined[frame], names.size(), others.names.size());
    }
    return new FeatureFrames(all, joined);
  }

  @Override
  public int length() {
    return rows.length;
  }
}
