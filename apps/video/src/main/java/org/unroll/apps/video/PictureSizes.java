package org.unroll.apps.video;

import java.util.List;
import org.unroll.core.app.Draft;
import org.unroll.datasets.image.PictureLook;
import org.unroll.datasets.video.FootageLook;

/** How large frames are read, and how many of a second, that a training takes no night. */
record PictureSizes(List<FootageLook> looks) {
  private static final int LONGEST = 64;

  /** Frames that are learnt from in some minutes. */
  private static final double FRAMES = 20_000;

  private static final double SLOWEST = 5;

  void set(Draft draft) {
    PictureLook size = looks.get(0).picture().within(LONGEST);
    draft.set("picture", "size", List.of(size.height(), size.width()), "height and width");
    double frames = looks.stream().mapToLong(FootageLook::frames).sum();
    double own = looks.stream().mapToDouble(FootageLook::rate).max().orElse(0);
    long rate = Math.round(Math.max(SLOWEST, own * FRAMES / Math.max(1, frames)));
    if (own > 0 && rate < own) {
      draft.value(
          "rate",
          rate,
          "frames a second that are taken, of %s; more of them show shorter actions"
              .formatted(RecordingCounts.number(own)));
    }
    if (own == 0) {
      draft.set("data", "rate", 25, "frames a second of folders of pictures: mend it");
    }
  }
}
