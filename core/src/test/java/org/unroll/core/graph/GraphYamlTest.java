package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Add;
import org.unroll.core.graph.node.BatchNorm;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Concat;
import org.unroll.core.graph.node.Dense;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.FinalState;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LastStep;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Pretrained;
import org.unroll.core.graph.node.Recurrent;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Sigmoid;
import org.unroll.core.graph.node.SkipPath;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.graph.node.Thaw;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;

/** The keys of the YAML arrive in the records. */
class GraphYamlTest {
  record Config(GraphSpec graph) {}

  private static GraphSpec read(String yaml) {
    return new ConfigLoader<>(Config.class)
        .load(new ConfigText("test.yaml", yaml), List.of(), List.of())
        .config()
        .graph();
  }

  @Test
  void everyKind() {
    GraphSpec graph =
        read(
            """
            graph:
              embed:   {layer: embedding, size: 100, input: tokens, dropout: 0.3, vectors: glove.txt, word-dropout: 0.1}
              encoder: {layer: lstm, size: 128, bidirectional: true, input: embed, forget-bias: 2}
              plain:   {layer: rnn, size: 64, bidirectional: add, input: encoder, activation: relu,
                        recurrent-init: identity, weight-init: lecun, l2: 0.01, frozen: true}
              gate:    {layer: gru, size: 32, input: plain, reset-after: false, learned-state: true}
              decoder: {layer: gru, size: 64, input: plain, initial-state: state}
              state:   {vertex: final-state, input: encoder, cell: true}
              hidden:  {layer: dense, size: 64, activation: tanh, input: plain}
              summary: {vertex: final-state, input: encoder}
              last:    {vertex: last-step, input: hidden}
              largest: {vertex: pool-time, input: hidden, kind: mean}
              seen:    {layer: pretrained, file: net.h5, cut: conv3, input: pictures}
              sum:     {vertex: add, input: [last, largest]}
              all:     {vertex: concat, input: [summary, sum]}
              output:  {layer: softmax, input: all, class-weights: [1, 2.5], label-smoothing: 0.1, smooth: 0.15, tied: embed}
              number:  {layer: regression, input: all}
              set:     {layer: sigmoid, input: all, positive-weights: 2.5, label-smoothing: 0.1, prior: 0.01, skip: all}
            """);
    Map<String, NodeSpec> nodes = graph.nodes();
    assertThat(nodes.keySet())
        .containsExactly(
            "embed", "encoder", "plain", "gate", "decoder", "state", "hidden", "summary", "last",
            "largest", "seen", "sum", "all", "output", "number", "set");
    assertThat(nodes.get("embed"))
        .isEqualTo(
            new Embedding(
                List.of("tokens"), 100, Optional.of("glove.txt"), 0.1, TinyGraphs.dropout(0.3)));
    assertThat(nodes.get("encoder"))
        .isEqualTo(
            new Recurrent(
                Cell.LSTM,
                List.of("embed"),
                128,
                Directions.CONCAT,
                OptionalDouble.of(2),
                Optional.empty(),
                Optional.empty(),
                false,
                InitialWeights.ORTHOGONAL,
                LayerOptions.DEFAULTS));
    assertThat(nodes.get("plain"))
        .isEqualTo(
            new Recurrent(
                Cell.RNN,
                List.of("encoder"),
                64,
                Directions.ADD,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                InitialWeights.IDENTITY,
                new LayerOptions(
                    0, InitialWeights.LECUN, Optional.of(Activation.RELU), 0.01, true)));
    assertThat(nodes.get("gate"))
        .isEqualTo(
            new Recurrent(
                Cell.GRU,
                List.of("plain"),
                32,
                Directions.FORWARD,
                OptionalDouble.empty(),
                Optional.of(false),
                Optional.empty(),
                true,
                InitialWeights.ORTHOGONAL,
                LayerOptions.DEFAULTS));
    assertThat(((Recurrent) nodes.get("decoder")).initialState()).contains("state");
    assertThat(nodes.get("state")).isEqualTo(new FinalState(List.of("encoder"), true));
    assertThat(nodes.get("hidden")).isEqualTo(TinyGraphs.dense(64, Activation.TANH, "plain"));
    assertThat(nodes.get("summary")).isEqualTo(new FinalState(List.of("encoder"), false));
    assertThat(nodes.get("last")).isEqualTo(new LastStep(List.of("hidden")));
    assertThat(nodes.get("largest")).isEqualTo(new PoolTime(List.of("hidden"), PoolTime.Kind.MEAN));
    assertThat(nodes.get("seen"))
        .isEqualTo(new Pretrained(List.of("pictures"), "net.h5", Optional.of("conv3"), true));
    assertThat(nodes.get("sum")).isEqualTo(new Add(List.of("last", "largest")));
    assertThat(nodes.get("all")).isEqualTo(new Concat(List.of("summary", "sum")));
    assertThat(nodes.get("output"))
        .isEqualTo(
            new Softmax(
                List.of("all"),
                List.of(1.0, 2.5),
                0.1,
                0.15,
                Optional.of("embed"),
                SkipPath.NONE,
                LayerOptions.DEFAULTS));
    assertThat(nodes.get("number"))
        .isEqualTo(
            new Regression(
                List.of("all"), Optional.empty(), Regression.Loss.SQUARED, LayerOptions.DEFAULTS));
    assertThat(nodes.get("set"))
        .isEqualTo(
            new Sigmoid(
                List.of("all"),
                List.of(2.5),
                0.1,
                0.01,
                SkipPath.of(Optional.of("all")),
                LayerOptions.DEFAULTS));
  }

  @Test
  void aKeyThatMakesNoSenseIsReportedWhereItStands() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    graph:
                      cell: {layer: rnn, size: 3, input: frames, forget-bias: 1}
                    """))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("test.yaml:2:")
        .hasMessageContaining("graph.cell.forget-bias")
        .hasMessageContaining("an rnn has no forget gate; remove the key or use lstm");
  }

  @Test
  void frozenAtFirst() {
    Map<String, NodeSpec> nodes =
        read("""
                graph:
                  seen: {layer: pretrained, file: net.h5, input: pictures, thaw: {after: 5, factor: 0.1}}
                  norm: {layer: batch-norm, input: seen, thaw: {after: 5}}
                  last: {layer: dense, size: 3, input: norm, frozen: true, thaw: {after: 6}}
                """)
            .nodes();

    assertThat(((Pretrained) nodes.get("seen")).thaw()).contains(new Thaw(5, 0.1));
    assertThat(((BatchNorm) nodes.get("norm")).thaw()).contains(new Thaw(5, 1));
    assertThat(((Dense) nodes.get("last")).options().thaw()).contains(new Thaw(6, 1));
    assertThatThrownBy(
            () ->
                read(
                    """
                    graph:
                      seen: {layer: pretrained, file: net.h5, input: pictures, frozen: false, thaw: {after: 5}}
                    """))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("graph.seen.thaw: frozen: false trains it from the start");
  }
}
