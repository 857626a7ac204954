package org.unroll.datasets.clip;

import java.util.OptionalInt;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("How recordings are cut.")
public record ClipConfig(
    @Doc("Frames of a clip to train on; without it recordings are whole.") @Range(min = 1)
        OptionalInt length,
    @Doc("From one clip to the next, default half a clip; their places vary from epoch to epoch.")
        @Range(min = 1)
        OptionalInt step,
    @Doc(
            "Frames that are labelled at once; longer recordings in pieces. Default: as many as fit"
                + " into memory.")
        @Range(min = 1)
        OptionalInt window,
    @Doc("Frames that are read before and after such a piece, so that it is seen in its place.")
        @Default("32")
        @Range(min = 0, max = 100_000)
        int margin)
    implements Checked {
  /** Numbers that a window's frames have together, if nothing is said. */
  private static final int MOST = 1 << 22;

  private static final int MOST_FRAMES = 20_000;

  @Override
  public void check(String path, Problems problems) {
    if (step.isPresent() && length.isEmpty()) {
      problems.add(path + ".step", "recordings are whole without a length; add one");
    }
    if (window.isPresent() && window.getAsInt() <= 2 * margin) {
      problems.add(
          path + ".window", "must be longer than both margins, %d frames".formatted(2 * margin));
    }
  }

  int stride() {
    return step.orElse(Math.max(1, length.orElse(1) / 2));
  }

  /**
   * @param size numbers of a frame
   */
  int windowOf(int size) {
    int fits = Math.min(MOST_FRAMES, MOST / size);
    return window.orElse(Math.max(fits, 2 * margin + 1));
  }
}
