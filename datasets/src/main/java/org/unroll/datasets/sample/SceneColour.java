package org.unroll.datasets.sample;

import java.util.Locale;

/** The colours of the generated scenes, by the word for them: all stand out from what is behind. */
enum SceneColour {
  RED(235, 55, 45),
  YELLOW(250, 220, 60),
  GREEN(60, 195, 75),
  BLUE(80, 120, 255),
  PURPLE(190, 80, 225),
  WHITE(245, 245, 245);

  private final int[] levels;

  SceneColour(int red, int green, int blue) {
    this.levels = new int[] {red, green, blue};
  }

  /**
   * @param channel 0 for red, 1 for green, 2 for blue
   */
  int level(int channel) {
    return levels[channel];
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
