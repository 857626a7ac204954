package org.unroll.core.graph.node;

import java.util.Optional;
import java.util.function.Function;

/** Inputs that a node cannot take. The message is for the user: what it takes, what to do. */
public final class ShapeException extends IllegalArgumentException {
  private final transient Function<NodeSpec, Optional<String>> key;

  private ShapeException(Function<NodeSpec, Optional<String>> key, String message) {
    super(message);
    this.key = key;
  }

  /** The mistake concerns all inputs together. */
  public ShapeException(String message) {
    this(node -> Optional.empty(), message);
  }

  /**
   * @param input index of the input at fault
   */
  public ShapeException(int input, String message) {
    this(node -> Optional.of(node.readKey(input)), message);
  }

  /**
   * @param key at fault
   */
  public ShapeException(String key, String message) {
    this(node -> Optional.of(key), message);
  }

  /** The key at fault of the node that threw it, or empty for the node itself. */
  public Optional<String> key(NodeSpec node) {
    return key.apply(node);
  }
}
