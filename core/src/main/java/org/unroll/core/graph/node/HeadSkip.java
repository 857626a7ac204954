package org.unroll.core.graph.node;

import java.util.OptionalInt;

/**
 * Whether a node can be added to a head's output, per step or flat, target after target.
 *
 * @param input what the head reads, its only input
 * @param head the shape of that
 */
record HeadSkip(String input, Shape head, GraphPlan graph) {
  private static final int INDEX = 1; // in what the head reads

  /**
   * @throws ShapeException if the skip does not fit the head
   */
  void check(Shape skip) {
    Shapes.requireVectors("skip", INDEX, skip);
    if (head.hasSteps() && !skip.hasSteps()) {
      checkFlat(skip.size());
      return;
    }
    if (!head.isLike(skip)) {
      throw new ShapeException(
          INDEX, "the head gives one vector an example, so its skip cannot be a sequence");
    }
    int targets = graph.outputSize();
    if (Shapes.differ(skip.size(), targets)) {
      throw new ShapeException(
          INDEX,
          "a skip gives as many numbers as there are targets, %d, but this node gives %d"
              .formatted(targets, skip.size()));
    }
  }

  private void checkFlat(int size) {
    OptionalInt steps = graph.steps(input);
    if (steps.isEmpty()) {
      throw new ShapeException(INDEX, "the number of steps varies, so a skip must be a sequence");
    }
    int targets = graph.outputSize();
    int all = steps.getAsInt() * targets;
    if (Shapes.differ(size, all)) {
      throw new ShapeException(
          INDEX,
          "a skip gives %d numbers, %d targets for %d steps, but this node gives %d; remove its size"
              .formatted(all, targets, steps.getAsInt(), size));
    }
  }
}
