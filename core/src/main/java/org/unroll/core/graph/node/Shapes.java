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

  /** One vector a step. */
  static Shape sequence(String kind, List<Shape> inputs) {
    Shape input = vectors(kind, inputs);
    if (!input.hasSteps()) {
      throw new ShapeException(
          0,
          "%s takes a sequence (one vector a step), but this input is %s"
              .formatted(kind, input.described()));
    }
    return input;
  }

  /** One vector an example or one a step. */
  static Shape vectors(String kind, List<Shape> inputs) {
    Shape input = only(kind, inputs);
    requireVectors(kind, 0, input);
    return input;
  }

  /**
   * @param index of the input
   */
  static void requireVectors(String kind, int index, Shape input) {
    if (input.towardsVectors().isPresent()) {
      throw new ShapeException(
          index,
          "%s takes vectors, but this input gives %s; %s"
              .formatted(kind, input.described(), input.towardsVectors().get()));
    }
  }

  /** One picture an example or one a step. */
  static Shape.Pictures pictures(String kind, List<Shape> inputs) {
    if (only(kind, inputs) instanceof Shape.Pictures pictures) {
      return pictures;
    }
    throw new ShapeException(
        0,
        "%s takes pictures or frames, but this input is %s"
            .formatted(kind, inputs.get(0).described()));
  }

  /** Inputs to be joined: at least two, all sequences, all vectors or all pictures of one size. */
  static void joinable(String kind, List<Shape> inputs) {
    if (inputs.size() < 2) {
      throw new ShapeException(
          "%s takes two inputs or more, not %d; write a list, input: [first, second]"
              .formatted(kind, inputs.size()));
    }
    for (int i = 0; i < inputs.size(); i++) {
      if (!(inputs.get(i) instanceof Shape.Picture)) {
        requireVectors(kind, i, inputs.get(i));
      }
      if (!inputs.get(i).isLike(inputs.get(0))) {
        throw new ShapeException(
            i,
            "%s takes sequences only or vectors only: the first input is %s, this one is %s"
                .formatted(kind, told(inputs.get(0)), told(inputs.get(i))));
      }
    }
  }

  private static String told(Shape shape) {
    return shape instanceof Shape.Pictures pictures
        ? "%s of %s".formatted(shape.described(), pictures.sides())
        : shape.described();
  }

  /** Whether two sizes are known and not the same. */
  static boolean differ(int size, int other) {
    return size != Shape.UNKNOWN && other != Shape.UNKNOWN && size != other;
  }
}
