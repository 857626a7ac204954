package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.TinyGraphs.regression;
import static org.unroll.core.graph.TinyGraphs.spec;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Dense;
import org.unroll.core.harness.Distance;
import org.unroll.core.layer.OwnLayer;

/** Layers on graph inputs say nothing of the gradient by those, and nobody misses it. */
class LowestLayersIT {
  private static final String MARK = "\"lowest\" : true";

  static Stream<Named<GraphCases.Case>> cases() {
    return GraphCases.independent();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void gradientsOfParametersAreThoseOfAGraphWithoutMarks(GraphCases.Case tiny) {
    ComputationGraph marked = tiny.graph();
    ComputationGraph plain = withoutMarks(marked);
    TinyBatch batch = tiny.batch(marked);
    assertThat(Distance.between(batch.gradient(marked), batch.gradient(plain))).isZero();
    marked.close();
    plain.close();
  }

  /** As a graph that was saved before there were marks. */
  private static ComputationGraph withoutMarks(ComputationGraph marked) {
    String json = marked.getConfiguration().toJson();
    String without = json.replaceAll(",?\\s*\"lowest\" : (true|false)", "");
    ComputationGraph plain = new ComputationGraph(ComputationGraphConfiguration.fromJson(without));
    plain.init();
    plain.setParams(marked.params());
    assertThat(lowest(plain)).isEmpty();
    return plain;
  }

  @Test
  void onlyLayersOnGraphInputsAreMarked() {
    ComputationGraph graph =
        new GraphCases.Case(
                TinyGraphs.frames(),
                spec(
                    "first", TinyGraphs.dense(3, Activation.RELU, "frames"),
                    "dropped", new Dense(List.of("frames"), 3, TinyGraphs.dropout(0.1)),
                    "both", TinyGraphs.add("first", "dropped"),
                    "above", TinyGraphs.dense(3, Activation.RELU, "both"),
                    "output", regression("above")))
            .graph();

    assertThat(graph.getConfiguration().toJson()).contains(MARK);
    assertThat(lowest(graph)).containsExactly("dropped", "first");
    graph.close();
  }

  private static Set<String> lowest(ComputationGraph graph) {
    Set<String> names = new TreeSet<>();
    for (Layer layer : graph.getLayers()) {
      if (layer.conf().getLayer() instanceof OwnLayer own && own.isLowest()) {
        names.add(own.getLayerName());
      }
    }
    return names;
  }
}
