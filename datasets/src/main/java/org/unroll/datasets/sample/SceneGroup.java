package org.unroll.datasets.sample;

import java.util.List;

/**
 * Shapes of one look and size in a generated scene.
 *
 * @param count 1 to 3
 * @param large or else small
 */
record SceneGroup(int count, boolean large, SceneLook look) {
  private static final List<String> COUNTS = List.of("a", "two", "three");

  boolean plural() {
    return count > 1;
  }

  /** As a subject, with and without its size: two red circles, two small red circles. */
  List<String> phrases() {
    String number = COUNTS.get(count - 1);
    String things = look.colour().word() + " " + look.shape().noun(count);
    return List.of(number + " " + things, number + (large ? " large " : " small ") + things);
  }

  String verb() {
    return plural() ? "are" : "is";
  }

  /** After a preposition. */
  String pronoun() {
    return plural() ? "them" : "it";
  }

  String possessive() {
    return plural() ? "their" : "its";
  }
}
