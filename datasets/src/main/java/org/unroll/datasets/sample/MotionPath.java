package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What the shape of a generated video does, and where it is in each frame. Every motion occurs in
 * every video. Where a shape begins is drawn last, so that all of it stays in the room that there
 * is: thus places, sizes and angles say little of the motion that a frame is part of.
 *
 * @param places by frame
 */
record MotionPath(List<MotionSegment> segments, List<ShapePlace> places) {
  static final int FEWEST = 96; // frames
  static final int MOST = 160;

  private static final double LEFT = 10; // of the middle of a shape, pixels
  private static final double RIGHT = 54;
  private static final double TOP = 22;
  private static final double BOTTOM = 42;
  private static final double SMALLEST = Math.log(6.5);
  private static final double LARGEST = Math.log(25);

  static MotionPath draw(Random random) {
    while (true) {
      List<MotionSegment> segments = new ArrayList<>();
      for (Motion motion : motions(random)) {
        segments.add(MotionSegment.draw(motion, random));
      }
      List<ShapePlace> moves = moves(segments);
      double[] x = moves.stream().mapToDouble(ShapePlace::x).sorted().toArray();
      double[] sizes = moves.stream().mapToDouble(ShapePlace::size).sorted().toArray();
      int last = moves.size() - 1;
      if (moves.size() >= FEWEST
          && moves.size() <= MOST
          && x[last] - x[0] <= RIGHT - LEFT
          && sizes[last] - sizes[0] <= LARGEST - SMALLEST) {
        ShapePlace start =
            new ShapePlace(
                random.nextDouble(LEFT - x[0], Math.nextUp(RIGHT - x[last])),
                random.nextDouble(TOP, BOTTOM),
                random.nextDouble(SMALLEST - sizes[0], Math.nextUp(LARGEST - sizes[last])),
                random.nextDouble(2 * Math.PI));
        return new MotionPath(
            List.copyOf(segments), moves.stream().map(move -> sum(start, move)).toList());
      }
    }
  }

  /** Each once and one twice, no two alike in a row. */
  private static List<Motion> motions(Random random) {
    List<Motion> motions = new ArrayList<>(Arrays.asList(Motion.values()));
    motions.add(motions.get(random.nextInt(motions.size())));
    do {
      Collections.shuffle(motions, random);
    } while (hasPair(motions));
    return motions;
  }

  private static boolean hasPair(List<Motion> motions) {
    for (int i = 1; i < motions.size(); i++) {
      if (motions.get(i) == motions.get(i - 1)) {
        return true;
      }
    }
    return false;
  }

  /** Where it would be if it began at 0: a frame is the first that shows its segment's motion. */
  private static List<ShapePlace> moves(List<MotionSegment> segments) {
    List<ShapePlace> moves = new ArrayList<>();
    ShapePlace move = new ShapePlace(0, 0, 0, 0);
    for (MotionSegment segment : segments) {
      for (int frame = 0; frame < segment.frames(); frame++) {
        move = move.after(segment);
        moves.add(move);
      }
    }
    return moves;
  }

  private static ShapePlace sum(ShapePlace start, ShapePlace move) {
    return new ShapePlace(
        start.x() + move.x(),
        start.y() + move.y(),
        start.size() + move.size(),
        start.angle() + move.angle());
  }
}
