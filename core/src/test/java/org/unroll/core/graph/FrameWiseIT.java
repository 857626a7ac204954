package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;

/** Graphs of every kind without what connects their frames. */
class FrameWiseIT {
  private static final GraphPorts VECTORS =
      new GraphPorts(Map.of("features", new Shape.Sequence(3)), 2);
  private static final GraphPorts PICTURES =
      new GraphPorts(Map.of("frames", new Shape.Frames(1, 6, 6)), 2);

  private record Section(GraphSpec graph, UpdaterConfig updater) {}

  private static GraphSpec graph(String nodes, String last) {
    String yaml =
        "graph: {%s, output: {layer: softmax, input: %s}}\nupdater: {adam: 0.1}"
            .formatted(nodes, last);
    ConfigText text = new ConfigText("test.yaml", yaml);
    return new ConfigLoader<>(Section.class).load(text, List.of(), List.of()).config().graph();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: {layer: lstm, size: 4, input: features}",
        "a: {layer: gru, size: 4, bidirectional: true, input: features}",
        "a: {layer: rnn, size: 4, input: features}",
        "a: {layer: conv1d, filters: 4, kernel: 3, input: features}",
        "a: {layer: dense, size: 4, input: features}",
        "b: {vertex: reverse, input: features}, c: {layer: lstm, size: 4, input: b},"
            + " d: {vertex: reverse, input: c}, e: {layer: lstm, size: 4, input: features},"
            + " a: {vertex: concat, input: [d, e]}",
        "b: {layer: gru, size: 4, input: features}, c: {vertex: final-state, input: b},"
            + " a: {layer: gru, size: 4, input: features, initial-state: c}"
      })
  void ofVectorsSeesOneFrame(String nodes) {
    assertSeesOneFrame(graph(nodes, "a"), VECTORS, "features", 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b: {layer: conv, filters: 2, kernel: 3, input: frames}, c: {vertex: pool, input: b},"
            + " d: {vertex: flatten, input: c}, a: {layer: lstm, size: 4, input: d}",
        "b: {layer: conv-lstm, filters: 2, kernel: 3, input: frames},"
            + " a: {vertex: global-pool, input: b}",
        "b: {layer: conv, filters: 2, kernel: 3, input: frames}, c: {layer: batch-norm, input: b},"
            + " a: {vertex: flatten, input: c}"
      })
  void ofPicturesSeesOneFrame(String nodes) {
    assertSeesOneFrame(graph(nodes, "a"), PICTURES, "frames", 36);
  }

  /** Another first frame changes what is said of it, and of no other. */
  private static void assertSeesOneFrame(
      GraphSpec graph, GraphPorts ports, String input, int size) {
    GraphSpec alone = graph.frameWise().orElseThrow();
    assertThat(alone.nodes().keySet()).isSubsetOf(graph.nodes().keySet());
    UpdaterConfig updater =
        new ConfigLoader<>(Section.class)
            .load(
                new ConfigText(
                    "test.yaml",
                    "graph: {output: {layer: softmax, input: x}}\nupdater: {adam: 0.1}"),
                List.of(),
                List.of())
            .config()
            .updater();
    ComputationGraph net = GraphBuilder.build(alone, ports, GraphOptions.of(1, updater));
    try {
      Nd4j.getRandom().setSeed(1);
      INDArray frames = Nd4j.rand(1, size, 5); // [b, n, t]
      INDArray before = net.outputSingle(frames).dup();
      for (int n = 0; n < size; n++) {
        frames.putScalar(0, n, 0, -frames.getDouble(0, n, 0) - n);
      }
      INDArray after = net.outputSingle(frames).dup();
      for (int frame = 0; frame < 5; frame++) {
        double difference = Math.abs(after.getDouble(0, 0, frame) - before.getDouble(0, 0, frame));
        assertThat(difference > 1e-6).as(input + " " + frame).isEqualTo(frame == 0);
      }
    } finally {
      net.close();
    }
  }

  @Test
  void aNetThatSeesAllFramesAtOnceHasNone() {
    assertThat(
            graph(
                    "b: {layer: gru, size: 4, input: features}, c: {vertex: final-state, input: b},"
                        + " d: {vertex: repeat, input: c, like: features},"
                        + " a: {vertex: concat, input: [features, d]}",
                    "a")
                .frameWise())
        .isEmpty();
    assertThat(graph("a: {vertex: attention, queries: features, keys: features}", "a").frameWise())
        .isEmpty();
    assertThat(
            graph(
                    "b: {vertex: pool-time, kind: mean, input: features},"
                        + " c: {vertex: repeat, input: b, like: features},"
                        + " a: {vertex: concat, input: [features, c]}",
                    "a")
                .frameWise())
        .isEmpty();
  }

  @Test
  void aLayerKeepsItsSizeAndAGraphWithoutMemoryIsAsBefore() {
    GraphSpec plain = graph("a: {layer: dense, size: 4, input: features}", "a");
    assertThat(plain.frameWise()).contains(plain);
    GraphSpec both = graph("a: {layer: lstm, size: 4, bidirectional: true, input: features}", "a");
    GraphSpec wide = graph("a: {layer: dense, size: 8, activation: tanh, input: features}", "a");
    assertThat(both.frameWise().orElseThrow().nodes().get("a").getClass())
        .isEqualTo(wide.nodes().get("a").getClass());
    assertThat(both.frameWise().orElseThrow().nodes().get("a").toString())
        .containsPattern("size=(OptionalInt\\[)?8\\b");
  }
}
