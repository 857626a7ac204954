package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a recording shows, one thing after another: the segments of its frames in order. Immutable.
 */
public record Segments(List<Segment> list) {
  public Segments {
    list = List.copyOf(list);
  }

  /**
   * Cuts where the class changes. A negative number, of a frame without a label, is in no segment
   * and ends the one before, as the background is and does.
   *
   * @param numbers a class for each frame
   * @param background a class that makes no segments
   */
  public static Segments of(int[] numbers, OptionalInt background) {
    List<Segment> segments = new ArrayList<>();
    int from = 0;
    for (int frame = 1; frame <= numbers.length; frame++) {
      if (frame == numbers.length || numbers[frame] != numbers[from]) {
        int number = numbers[from];
        if (number >= 0 && (background.isEmpty() || number != background.getAsInt())) {
          segments.add(new Segment(number, from, frame));
        }
        from = frame;
      }
    }
    return new Segments(segments);
  }

  /**
   * The segmental edit score (Lea et al., CVPR 2017; Farha &amp; Gall, CVPR 2019): how alike the
   * order of the classes is, whatever the lengths of the segments. 100 less the share, in per cent,
   * that must be inserted, deleted or replaced, of the longer of both; 100 if both are empty.
   */
  public double edit(Segments other) {
    int longer = Math.max(list.size(), other.list.size());
    return longer == 0 ? 100 : (1 - (double) distance(other) / longer) * 100;
  }

  /** Levenshtein's distance between the classes. */
  private int distance(Segments other) {
    int[] above = new int[other.list.size() + 1]; // of the first segments to so many of the other
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= list.size(); row++) {
      int[] costs = new int[above.length];
      costs[0] = row;
      for (int column = 1; column < costs.length; column++) {
        boolean same = list.get(row - 1).number() == other.list.get(column - 1).number();
        int kept = above[column - 1] + (same ? 0 : 1);
        costs[column] = Math.min(kept, 1 + Math.min(above[column], costs[column - 1]));
      }
      above = costs;
    }
    return above[other.list.size()];
  }

  /**
   * How many of the predicted segments are right, for F1@k (Lea et al., CVPR 2017; the matching is
   * that of Farha &amp; Gall, CVPR 2019): each in turn is held against the segment of its class
   * that it overlaps most, of equals the first. It is right if they overlap enough and no other was
   * right about that segment before, so of an action in pieces one piece counts.
   *
   * @param least overlap that is enough, above 0, to 1
   */
  public int found(Segments predicted, double least) {
    boolean[] taken = new boolean[list.size()];
    int found = 0;
    for (Segment each : predicted.list) {
      int best = mostOverlapped(each);
      if (best >= 0 && !taken[best] && list.get(best).overlap(each) >= least) {
        taken[best] = true;
        found++;
      }
    }
    return found;
  }

  /** The index, or -1 if there is no segment of that class. */
  private int mostOverlapped(Segment predicted) {
    int best = -1;
    for (int i = 0; i < list.size(); i++) {
      Segment each = list.get(i);
      if (each.number() == predicted.number()
          && (best < 0 || each.overlap(predicted) > list.get(best).overlap(predicted))) {
        best = i;
      }
    }
    return best;
  }
}
