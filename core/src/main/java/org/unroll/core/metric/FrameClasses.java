package org.unroll.core.metric;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The classes of frames.
 *
 * @param names in the order of the numbers
 * @param background the class of the frames in which nothing happens; it makes no segments
 */
public record FrameClasses(List<String> names, Optional<String> background) {
  /**
   * @throws IllegalArgumentException if the background is none of the classes
   */
  public FrameClasses {
    names = List.copyOf(names);
    if (background.isPresent() && !names.contains(background.get())) {
      throw new IllegalArgumentException("no class '" + background.get() + "' in " + names);
    }
  }

  OptionalInt backgroundNumber() {
    return background.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(names.indexOf(background.get()));
  }
}
