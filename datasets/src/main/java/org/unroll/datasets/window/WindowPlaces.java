package org.unroll.datasets.window;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.SplitSeries;

/** Where in its series a split has windows. */
record WindowPlaces(WindowShape config, SplitSeries split, Split part) {

  /**
   * Every window whose targets lie wholly in the split; its past may reach back into earlier
   * splits. Windows without any target, or without any past, are left out.
   *
   * @param features of each series of the split, in its order
   * @return for each the number of its series, and the step after the last known one
   * @throws UserError if there is none
   */
  List<int[]> find(List<SeriesFeatures> features) {
    int stride = part == Split.TRAIN ? config.trainStride() : config.stride();
    List<int[]> places = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      int to = split.parts().get(i).to(part) - config.gap() - config.horizon();
      int from = split.parts().get(i).from(part) - config.gap();
      for (int o = Math.max(config.past(), from); o <= to; o += stride) {
        if (hasPast(features.get(i), o) && hasTarget(features.get(i), o + config.gap())) {
          places.add(new int[] {i, o});
        }
      }
    }
    if (places.isEmpty()) {
      throw tooShort();
    }
    return places;
  }

  private boolean hasPast(SeriesFeatures series, int origin) {
    for (int step = origin - 1; step >= origin - config.past(); step--) {
      if (!series.pastGap(step)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasTarget(SeriesFeatures series, int first) {
    for (int step = first; step < first + config.horizon(); step++) {
      if (series.hasTargets(step) && !series.futureGap(step)) {
        return true;
      }
    }
    return false;
  }

  private UserError tooShort() {
    int longest = 0;
    int steps = 0;
    // a file to evaluate on is not cut
    boolean whole = split.parts().stream().allMatch(cut -> cut.validation() == 0);
    for (int i = 0; i < split.series().size(); i++) {
      longest = Math.max(longest, split.series().get(i).length());
      SplitSeries.Cut cut = split.parts().get(i);
      steps = Math.max(steps, cut.to(part) - cut.from(part));
    }
    return new UserError(
        ("no window fits into the %s: a window has %d steps (past %d, gap %d, horizon %d), the"
                + " longest series %d, at most %d of them in this part. Give longer series%s.")
            .formatted(
                whole ? "data" : part.key() + " split",
                config.length(),
                config.past(),
                config.gap(),
                config.horizon(),
                longest,
                steps,
                whole ? "" : ", make window.past or window.horizon shorter, or change data.split"));
  }
}
