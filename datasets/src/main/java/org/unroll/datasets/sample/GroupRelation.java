package org.unroll.datasets.sample;

import java.util.List;

/** How a group of shapes in a generated scene lies to another. */
enum GroupRelation {
  LEFT_OF(GroupPlace.LEFT, List.of("to the left of", "on the left of", "left of")),
  RIGHT_OF(GroupPlace.RIGHT, List.of("to the right of", "on the right of", "right of")),
  ABOVE(GroupPlace.TOP, List.of("above", "over")),
  BELOW(GroupPlace.BOTTOM, List.of("below", "under"));

  private final GroupPlace place;
  private final List<String> words;

  GroupRelation(GroupPlace place, List<String> words) {
    this.place = place;
    this.words = words;
  }

  /** Where a group lies that is so to another; the other lies opposite. */
  GroupPlace place() {
    return place;
  }

  /** What stands before the other group, in any of the words for it. */
  List<String> words() {
    return words;
  }

  /** Whether who reads from left to right and downwards comes to this group first. */
  boolean readsOn() {
    return this == LEFT_OF || this == ABOVE;
  }

  /** How the other group lies to this one. */
  GroupRelation inverse() {
    return switch (this) {
      case LEFT_OF -> RIGHT_OF;
      case RIGHT_OF -> LEFT_OF;
      case ABOVE -> BELOW;
      case BELOW -> ABOVE;
    };
  }

  /** With a pronoun for the other group: on its left, above them. */
  String to(SceneGroup other) {
    return switch (this) {
      case LEFT_OF -> "on " + other.possessive() + " left";
      case RIGHT_OF -> "on " + other.possessive() + " right";
      case ABOVE -> "above " + other.pronoun();
      case BELOW -> "below " + other.pronoun();
    };
  }
}
