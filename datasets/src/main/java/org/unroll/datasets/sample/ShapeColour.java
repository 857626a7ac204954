package org.unroll.datasets.sample;

/** The colours of the generated shapes: all brighter than what is behind. */
enum ShapeColour {
  CORAL(255, 130, 110),
  YELLOW(250, 215, 70),
  GREEN(130, 235, 120),
  CYAN(110, 225, 240),
  BLUE(150, 175, 255),
  PINK(240, 145, 240);

  private final int[] levels;

  ShapeColour(int red, int green, int blue) {
    this.levels = new int[] {red, green, blue};
  }

  /**
   * @param channel 0 for red, 1 for green, 2 for blue
   */
  int level(int channel) {
    return levels[channel];
  }
}
