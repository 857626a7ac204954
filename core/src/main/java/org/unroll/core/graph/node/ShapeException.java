package org.unroll.core.graph.node;

/** Inputs that a node cannot take. The message is for the user: what it takes, what to do. */
public class ShapeException extends IllegalArgumentException {
  /** The mistake concerns all inputs together. */
  public static final int ALL_INPUTS = -1;

  private final int input;

  public ShapeException(String message) {
    this(ALL_INPUTS, message);
  }

  /**
   * @param input index of the input at fault, or {@link #ALL_INPUTS}
   */
  public ShapeException(int input, String message) {
    super(message);
    this.input = input;
  }

  /** Index of the input at fault, or {@link #ALL_INPUTS}. */
  public int input() {
    return input;
  }
}
