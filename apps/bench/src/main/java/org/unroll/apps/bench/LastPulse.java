package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A sequence whose labels need memory: in noise, every 10 to 20 frames, stands a pulse of one of
 * {@value #KINDS} kinds, and each frame is labelled with the kind of the last one. A frame by
 * itself shows it only where the pulse stands, one in 15.
 *
 * @param frames {@code [frame][number]}, of which the pulse raises that of its kind
 * @param kinds by frame
 */
record LastPulse(float[][] frames, int[] kinds) {
  /** Of pulses, and numbers of a frame. */
  static final int KINDS = 4;

  private static final int SHORTEST = 10; // from one pulse to the next
  private static final int LONGEST = 20;
  private static final double NOISE = 0.2; // standard deviation; a pulse is 1 high

  /**
   * Draws some sequences.
   *
   * @param seed of all that is drawn
   */
  static List<LastPulse> draw(int count, int frames, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LastPulse> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(draw(frames, random.split()));
    }
    return all;
  }

  /** The first frame has a pulse, so that each has a label. */
  private static LastPulse draw(int length, SplittableRandom random) {
    float[][] frames = new float[length][KINDS];
    int[] kinds = new int[length];
    int kind = 0;
    int next = 0;
    for (int frame = 0; frame < length; frame++) {
      for (int i = 0; i < KINDS; i++) {
        frames[frame][i] = (float) (NOISE * random.nextGaussian());
      }
      if (frame == next) {
        kind = random.nextInt(KINDS);
        frames[frame][kind]++;
        next += random.nextInt(SHORTEST, LONGEST + 1);
      }
      kinds[frame] = kind;
    }
    return new LastPulse(frames, kinds);
  }
}
