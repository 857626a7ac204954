package org.unroll.datasets.image;

import java.util.SplittableRandom;

/**
 * Draws how an example is seen in an epoch: a pure function of (seed, epoch, example), so that
 * neither the order of the batches nor a resumed run changes it. The frames of a sequence are one
 * example and seen alike.
 */
public record Augmentation(AugmentConfig config, long seed) {

  /**
   * @param epoch from 0
   * @param example number of the example in the training split
   */
  public PictureView view(int epoch, int example) {
    if (config.equals(AugmentConfig.NONE)) {
      return PictureView.WHOLE;
    }
    SplittableRandom random = new SplittableRandom(mixed(mixed(mixed(seed) + epoch) + example));
    int down = random.nextInt(-config.crop(), config.crop() + 1);
    int right = random.nextInt(-config.crop(), config.crop() + 1);
    boolean mirrored = random.nextBoolean() && config.flip();
    double contrast = 1 + config.jitter() * (2 * random.nextDouble() - 1);
    double brightness = config.jitter() * (2 * random.nextDouble() - 1);
    return new PictureView(down, right, mirrored, contrast, brightness);
  }

  /** The last step of SplitMix64: neighbouring numbers become unlike. */
  private static long mixed(long number) {
    long hash = number + 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }
}
