package org.unroll.core.graph.node;

import java.util.Optional;
import java.util.OptionalDouble;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("A path around a head's linear layer.")
public record SkipPath(
    @Doc(
            "A node that gives a number for each class or label; they are added to the head's own,"
                + " which learn what it lacks: a wide path beside the deep one (Cheng et al. 2016).")
        Optional<String> skip,
    @Doc(
            "Trains the head as if it had no skip, which must be a graph input, and answers with the"
                + " weighted mean of both, the skip with this weight: two models that know nothing"
                + " of each other err differently.")
        @Range(above = 0, below = 1)
        OptionalDouble skipWeight) {

  /** None. */
  public static final SkipPath NONE = new SkipPath(Optional.empty(), OptionalDouble.empty());

  /** What is added as it is. */
  public static SkipPath of(Optional<String> node) {
    return new SkipPath(node, OptionalDouble.empty());
  }

  void check(String path, Problems problems) {
    if (skip.isEmpty() && skipWeight.isPresent()) {
      problems.add(path + ".skip-weight", "there is no skip; add one, or remove the key");
    }
  }

  /** A node is trained by its readers, and this one does not read it while training. */
  void check(GraphPlan graph) {
    if (skipWeight.isPresent() && graph.node(skip.orElseThrow()).isPresent()) {
      throw new ShapeException(
          "skip-weight",
          "the skip is left out while training, so '%s' would never learn; use a graph input as skip, or remove the key"
              .formatted(skip.get()));
    }
  }
}
