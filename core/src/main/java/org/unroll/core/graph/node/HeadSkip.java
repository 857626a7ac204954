package org.unroll.core.graph.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The key {@code skip} of a head: a node whose output is added to the head's, per step or flat,
 * target after target.
 */
record HeadSkip(List<String> input, Optional<String> node) {

  List<String> reads() {
    List<String> reads = new ArrayList<>(input);
    node.ifPresent(reads::add);
    return reads;
  }

  String readKey(int index) {
    if (index >= input.size()) {
      return "skip";
    }
    return input.size() == 1 ? "input" : "input[" + index + "]";
  }

  /**
   * @param inputs shapes of {@link #reads()}
   * @return those of the head's own input
   */
  List<Shape> own(List<Shape> inputs) {
    return inputs.subList(0, input.size());
  }

  /**
   * @param head the shape of the head's own input
   * @throws ShapeException if the skip does not fit it
   */
  void check(List<Shape> inputs, Shape head, GraphPlan graph) {
    if (node.isEmpty()) {
      return;
    }
    int index = input.size();
    Shape skip = inputs.get(index);
    Shapes.requireVectors("skip", index, skip);
    if (head.hasSteps() && !skip.hasSteps()) {
      checkFlat(skip.size(), graph);
      return;
    }
    if (!head.isLike(skip)) {
      throw new ShapeException(
          index, "the head gives one vector an example, so its skip cannot be a sequence");
    }
    int targets = graph.outputSize();
    if (Shapes.differ(skip.size(), targets)) {
      throw new ShapeException(
          index,
          "a skip gives as many numbers as there are targets, %d, but this node gives %d"
              .formatted(targets, skip.size()));
    }
  }

  private void checkFlat(int size, GraphPlan graph) {
    OptionalInt steps = graph.steps(input.get(0));
    if (steps.isEmpty()) {
      throw new ShapeException(
          input.size(), "the number of steps varies, so a skip must be a sequence");
    }
    int targets = graph.outputSize();
    int all = steps.getAsInt() * targets;
    if (all != Shape.UNKNOWN && Shapes.differ(size, all)) {
      throw new ShapeException(
          input.size(),
          "a skip gives %d numbers, %d targets for %d steps, but this node gives %d; remove its size"
              .formatted(all, targets, steps.getAsInt(), size));
    }
  }
}
