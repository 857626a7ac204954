package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;

/** A shape of a colour, such as red circles. */
record SceneLook(SceneShape shape, SceneColour colour) {
  static List<SceneLook> all() {
    List<SceneLook> looks = new ArrayList<>();
    for (SceneShape shape : SceneShape.values()) {
      for (SceneColour colour : SceneColour.values()) {
        looks.add(new SceneLook(shape, colour));
      }
    }
    return looks;
  }

  /** Its place among {@link #all}. */
  int number() {
    return shape.ordinal() * SceneColour.values().length + colour.ordinal();
  }
}
