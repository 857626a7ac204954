package org.unroll.core.graph.node;

import java.util.List;

/** The shape rules that several kinds of node share. Messages name the kind as the YAML does. */
final class Shapes {
  private Shapes() {}

  static Shape only(String kind, List<Shape> inputs) {
    if (inputs.size() != 1) {
      throw new ShapeException(
          "%s takes one input, not %d; join several with {vertex: concat, input: [...]}"
              .formatted(kind, inputs.size()));
    }
    return inputs.get(0);
  }

  static Shape.Sequence sequence(String kind, List<Shape> inputs) {
    Shape input = only(kind, inputs);
    if (input instanceof Shape.Sequence sequence) {
      return sequence;
    }
    if (input instanceof Shape.Vector) {
      throw new ShapeException(
          0,
          "%s takes a sequence (one vector a step), but this input is one vector an example"
              .formatted(kind));
    }
    throw new ShapeException(0, wordNumbers(kind));
  }

  /** A vector or a sequence: anything but word numbers. */
  static Shape numbers(String kind, List<Shape> inputs) {
    Shape input = only(kind, inputs);
    requireNumbers(kind, 0, input);
    return input;
  }

  /**
   * @param index of the input
   */
  static void requireNumbers(String kind, int index, Shape input) {
    if (input instanceof Shape.Tokens) {
      throw new ShapeException(index, wordNumbers(kind));
    }
  }

  /** Inputs to be joined: at least two, all sequences or all vectors. */
  static void joinable(String kind, List<Shape> inputs) {
    if (inputs.size() < 2) {
      throw new ShapeException(
          "%s takes two inputs or more, not %d; write a list, input: [first, second]"
              .formatted(kind, inputs.size()));
    }
    for (int i = 0; i < inputs.size(); i++) {
      requireNumbers(kind, i, inputs.get(i));
      if (inputs.get(i).getClass() != inputs.get(0).getClass()) {
        throw new ShapeException(
            i,
            "%s takes sequences only or vectors only: the first input is %s, this one is %s"
                .formatted(kind, name(inputs.get(0)), name(inputs.get(i))));
      }
    }
  }

  /** The same kind of shape with another size. */
  static Shape resized(Shape shape, int size) {
    return shape instanceof Shape.Vector ? new Shape.Vector(size) : new Shape.Sequence(size);
  }

  private static String wordNumbers(String kind) {
    return kind + " takes vectors, but this input gives word numbers; put an embedding in between";
  }

  private static String name(Shape shape) {
    return shape instanceof Shape.Vector ? "one vector an example" : "a sequence";
  }
}
