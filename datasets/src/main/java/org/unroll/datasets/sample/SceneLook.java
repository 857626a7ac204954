package org.unroll.datasets.sample;

/** A shape of a colour, such as red circles. */
record SceneLook(SceneShape shape, SceneColour colour) {
  /** From 0, each look's own. */
  int number() {
    return shape.ordinal() * SceneColour.values().length + colour.ordinal();
  }
}
