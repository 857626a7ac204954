package org.unroll.core.graph.node;

import java.util.Set;

/** What nodes append to their own name for the DL4J layers and vertices they are made of. */
public final class PartNames {
  private static final Set<String> NAMES =
      Set.of(
          "dropout",
          "forward",
          "backward",
          "reversed",
          "restored",
          "started",
          "hidden",
          "memory",
          "forward-memory",
          "backward-memory",
          "flat",
          "linear",
          "skipped",
          "levels",
          "queries",
          "keys",
          "pairs",
          "scores",
          "weights");

  private PartNames() {}

  /** Parts of one kind may be numbered, {@code flat-0}. */
  public static boolean contains(String name) {
    return NAMES.contains(name.replaceFirst("-\\d+$", ""));
  }
}
