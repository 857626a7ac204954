package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.data.Split;

/** What a generated video shows, whatever moves in it. */
record SampleLook(ShapeOutline outline, ShapeColour colour, Backdrop.Pattern pattern) {
  /**
   * The looks of a split. A shape of a colour that a validation or test video shows is in no
   * training video; each shape, each colour and each pattern alone is.
   */
  static List<SampleLook> of(Split split) {
    List<SampleLook> looks = new ArrayList<>();
    for (ShapeOutline outline : ShapeOutline.values()) {
      for (ShapeColour colour : ShapeColour.values()) {
        if (split(outline, colour) == split) {
          for (Backdrop.Pattern pattern : Backdrop.Pattern.values()) {
            looks.add(new SampleLook(outline, colour, pattern));
          }
        }
      }
    }
    return looks;
  }

  private static Split split(ShapeOutline outline, ShapeColour colour) {
    return switch ((outline.ordinal() + colour.ordinal()) % ShapeColour.values().length) {
      case 0 -> Split.TEST;
      case 1 -> Split.VALIDATION;
      default -> Split.TRAIN;
    };
  }
}
