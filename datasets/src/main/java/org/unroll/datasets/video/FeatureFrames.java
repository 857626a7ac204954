package org.unroll.datasets.video;

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

  @Override
  public int length() {
    return rows.length;
  }
}
