package org.unroll.core.graph.node;

import java.util.OptionalInt;

/**
 * Whether a node can be added to a head's output, per step or flat, unit after unit.
 *
 * @param input what the head reads, its only input
 * @param head the shape of that
 * @param units what it gives a number for in each step, such as classes
 */
record HeadSkip(String input, Shape head, GraphPlan graph, String units) {
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
    int count = graph.outputSize();
    if (Shapes.differ(skip.size(), count)) {
      throw new ShapeException(
          INDEX,
          "a skip gives as many numbers as there are %s, %d, but this node gives %d"
              .formatted(units, count, skip.size()));
    }
  }

  private void checkFlat(int size) {
    OptionalInt steps = graph.steps(input);
    if (steps.isEmpty()) {
      throw new ShapeException(INDEX, "the number of steps varies, so a skip must be a sequence");
    }
    int count = graph.outputSize();
    int all = steps.getAsInt() * count;
    if (Shapes.differ(size, all)) {
      throw new ShapeException(
          INDEX,
          "a skip gives %d numbers, %d %s for %d steps, but this node gives %d; remove its size"
              .formatted(all, count, units, steps.getAsInt(), size));
    }
  }
}
