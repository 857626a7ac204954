package org.unroll.datasets.sample;

import java.util.Set;

/**
 * What a generated picture shows: one to three shapes of one look and size somewhere, or two such
 * groups, one beside or above the other. Shapes are clearly small or large and lie clearly where
 * they are said to, so that what is true of a scene is beyond doubt. Immutable.
 */
public sealed interface Scene permits LoneGroup, GroupPair {
  /**
   * All descriptions that are true and complete: they tell each group's count, colour and shape,
   * and how two groups lie to each other; sizes, and the place of a group that is alone, may be
   * left out. In lower case, words apart by one blank, no mark at the end.
   *
   * @return the usual ones first, in an order that is always the same
   */
  Set<String> descriptions();

  /** Whether a sentence is one of its {@link #descriptions}. */
  default boolean isDescribedBy(String sentence) {
    return descriptions().contains(sentence);
  }
}
