package org.unroll.core.graph.node;

/** What a node of the graph gives to the next one. Sizes not known yet are {@link #UNKNOWN}. */
public sealed interface Shape {
  /** Stands for a size that only the data tells (vocabulary, classes). */
  int UNKNOWN = 0;

  /** Features or units of one step, or {@link #UNKNOWN}. */
  int size();

  /** Word numbers, {@code [batch, time]}; the size is the vocabulary's. */
  record Tokens(int size) implements Shape {}

  /** One vector a step, {@code [batch, size, time]}. */
  record Sequence(int size) implements Shape {}

  /** One vector an example, {@code [batch, size]}. */
  record Vector(int size) implements Shape {}
}
