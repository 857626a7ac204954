package org.unroll.core.graph.node;

import java.util.Locale;
import java.util.Optional;

/**
 * The DL4J layers and vertices that a node may be made of beside the one of its own name. Saved
 * graphs hold their names.
 */
public enum Part {
  DROPOUT,
  FORWARD,
  BACKWARD,
  REVERSED,
  RESTORED,
  STARTED,
  HIDDEN,
  MEMORY,
  FORWARD_MEMORY,
  BACKWARD_MEMORY,
  FLAT,
  LINEAR,
  SKIPPED,
  LEVELS,
  QUERIES,
  KEYS,
  PAIRS,
  SCORES,
  WEIGHTS;

  private final String ending = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** DL4J's name of this part of a node. */
  public String of(String node) {
    return node + "-" + ending;
  }

  /** DL4J's name of one of several such parts of a node. */
  String of(String node, int number) {
    return of(node) + "-" + number;
  }

  /** The node of which a DL4J name would be this part. */
  public Optional<String> node(String name) {
    return name.endsWith("-" + ending)
        ? Optional.of(name.substring(0, name.length() - ending.length() - 1))
        : Optional.empty();
  }

  /** Whether the node may need the name for a part of itself. */
  public static boolean isOf(String node, String name) {
    for (Part part : values()) {
      if (name.replaceFirst("-\\d+$", "").equals(part.of(node))) {
        return true;
      }
    }
    return false;
  }
}
