package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.data.Split;

/** A shape of a colour, such as red circles. */
record SceneLook(SceneShape shape, SceneColour colour) {
  /**
   * The looks of a split. A shape of a colour that a validation or test picture shows is in no
   * training picture; each shape and each colour alone is.
   */
  static List<SceneLook> of(Split split) {
    List<SceneLook> looks = new ArrayList<>();
    for (SceneShape shape : SceneShape.values()) {
      for (SceneColour colour : SceneColour.values()) {
        if (split(shape, colour) == split) {
          looks.add(new SceneLook(shape, colour));
        }
      }
    }
    return looks;
  }

  private static Split split(SceneShape shape, SceneColour colour) {
    return switch ((shape.ordinal() + colour.ordinal()) % SceneColour.values().length) {
      case 0 -> Split.TEST;
      case 1 -> Split.VALIDATION;
      default -> Split.TRAIN;
    };
  }
}
