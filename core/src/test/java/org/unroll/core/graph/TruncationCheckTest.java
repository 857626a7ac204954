package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.yaml.Problem;
import org.unroll.core.yaml.Problems;

/** What {@code train.tbptt} cannot cut. */
class TruncationCheckTest {
  private static List<Problem> problems(GraphPorts ports, GraphSpec spec) {
    Problems problems = new Problems();
    TruncationCheck.check(spec, ports, "train.tbptt", problems);
    return problems.found();
  }

  private static Problem needsWhole(String node) {
    return new Problem(
        "train.tbptt",
        "node '%s' needs the whole sequence, which tbptt cuts; take another node, or remove train.tbptt"
            .formatted(node));
  }

  @Test
  void aLabelForEachStepCanBeCut() {
    assertThat(problems(frames(), spec("cell", lstm(4, "frames"), "output", softmax("cell"))))
        .isEmpty();
  }

  @Test
  void nodesThatNeedTheWholeSequence() {
    GraphSpec spec =
        spec(
            "cell", lstm(4, "frames"),
            "mean", pool(PoolTime.Kind.MEAN, "cell"),
            "end", lastStep("cell"),
            "all", concat("mean", "end"),
            "output", softmax("all"));
    assertThat(problems(frames(), spec)).containsExactly(needsWhole("mean"), needsWhole("end"));
  }

  @Test
  void inputsWithoutSteps() {
    GraphPorts ports =
        ports(
            "frames", new Shape.Sequence(FEATURES),
            "picture", new Shape.Picture(3, Shape.UNKNOWN, Shape.UNKNOWN),
            "unread", new Shape.Picture(3, 8, 8));
    GraphSpec spec =
        spec(
            "flat", PictureCases.flatten("picture"),
            "start", dense(4, Activation.TANH, "flat"),
            "cell", starting(Cell.RNN, 4, Optional.of("start"), "frames"),
            "output", softmax("cell"));
    assertThat(problems(ports, spec))
        .containsExactly(
            new Problem(
                "train.tbptt",
                "graph input 'picture' is one picture an example, and tbptt cuts sequences; take another node, or remove"
                    + " train.tbptt"));
  }
}
