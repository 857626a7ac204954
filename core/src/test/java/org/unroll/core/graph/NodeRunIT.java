package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.sgd;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.graph.step.NodeRun;

class NodeRunIT {
  static Stream<Named<GraphCases.Case>> cases() {
    return PictureCases.all().stream();
  }

  private static ComputationGraph graph(GraphCases.Case tiny) {
    return GraphBuilder.build(
        tiny.spec(),
        tiny.ports(),
        new GraphOptions(7, sgd(0.1), OptionalInt.empty(), DataType.FLOAT));
  }

  /** Each node of the YAML that became one vertex, the head among them. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aNodeGivesWhatItGivesInTheWholeGraph(GraphCases.Case tiny) {
    ComputationGraph graph = graph(tiny);
    TinyBatch batch = tiny.batch(graph).inFloats();
    graph.setLayerMaskArrays(batch.masks(), null);
    var whole = graph.feedForward(batch.inputs(), false, false);
    for (String node : tiny.spec().nodes().keySet()) {
      if (whole.containsKey(node)) {
        try (NodeRun run = new NodeRun(graph(tiny), node)) {
          float[] first = run.of(batch.data());
          assertThat(run.of(batch.data())).as("once more").isEqualTo(first);
          INDArray expected = whole.get(node).dup('c').reshape(first.length);
          for (int i = 0; i < first.length; i++) {
            assertThat(first[i]).as(node).isCloseTo(expected.getFloat(i), within(1e-5f));
          }
        }
      }
    }
  }

  @Test
  void aNodeThatIsNoneIsTold() {
    GraphCases.Case tiny = PictureCases.all().get(0).getPayload();
    ComputationGraph graph = graph(tiny);
    assertThatThrownBy(() -> new NodeRun(graph, "nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'nothing'");
  }
}
