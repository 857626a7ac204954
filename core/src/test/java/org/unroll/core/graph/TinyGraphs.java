package org.unroll.core.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Add;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Concat;
import org.unroll.core.graph.node.Dense;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.FinalState;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LastStep;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Recurrent;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.SkipPath;
import org.unroll.core.graph.node.Softmax;

/** Short ways to write small graphs in tests. */
final class TinyGraphs {
  static final int WORDS = 7;
  static final int FEATURES = 3;
  static final int CLASSES = 3;
  static final LayerOptions PLAIN = LayerOptions.DEFAULTS;

  private TinyGraphs() {}

  static GraphPorts tokens() {
    return ports("tokens", new Shape.Tokens(WORDS));
  }

  static GraphPorts frames() {
    return ports("frames", new Shape.Sequence(FEATURES));
  }

  /** Names and shapes in turn. */
  static GraphPorts ports(Object... inputs) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i += 2) {
      shapes.put((String) inputs[i], (Shape) inputs[i + 1]);
    }
    return new GraphPorts(shapes, CLASSES);
  }

  /** Names and nodes in turn. */
  static GraphSpec spec(Object... nodes) {
    Map<String, NodeSpec> named = new LinkedHashMap<>();
    for (int i = 0; i < nodes.length; i += 2) {
      named.put((String) nodes[i], (NodeSpec) nodes[i + 1]);
    }
    return new GraphSpec(named);
  }

  static Embedding embedding(int size, String input) {
    return new Embedding(List.of(input), size, Optional.empty(), 0, PLAIN);
  }

  static Recurrent lstm(int size, String... input) {
    return recurrent(Cell.LSTM, Directions.FORWARD, size, PLAIN, input);
  }

  static Recurrent rnn(int size, String... input) {
    return recurrent(Cell.RNN, Directions.FORWARD, size, PLAIN, input);
  }

  static Recurrent gru(int size, boolean resetAfter, String... input) {
    return new Recurrent(
        Cell.GRU,
        List.of(input),
        size,
        Directions.FORWARD,
        OptionalDouble.empty(),
        Optional.of(resetAfter),
        Optional.empty(),
        false,
        InitialWeights.ORTHOGONAL,
        PLAIN);
  }

  /** Starts from what {@code state} gives, or from a learned state if that is empty. */
  static Recurrent starting(Cell cell, int size, Optional<String> state, String input) {
    return new Recurrent(
        cell,
        List.of(input),
        size,
        Directions.FORWARD,
        OptionalDouble.empty(),
        Optional.empty(),
        state,
        state.isEmpty(),
        InitialWeights.ORTHOGONAL,
        PLAIN);
  }

  static Recurrent both(Cell cell, Directions directions, int size, String input) {
    return recurrent(cell, directions, size, PLAIN, input);
  }

  static Recurrent recurrent(
      Cell cell, Directions directions, int size, LayerOptions options, String... input) {
    return new Recurrent(
        cell,
        List.of(input),
        size,
        directions,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        InitialWeights.ORTHOGONAL,
        options);
  }

  static Dense dense(int size, Activation activation, String input) {
    return new Dense(
        List.of(input),
        size,
        new LayerOptions(0, InitialWeights.XAVIER, Optional.of(activation), 0, false));
  }

  static Softmax softmax(String... input) {
    return new Softmax(List.of(input), List.of(), 0, 0, Optional.empty(), SkipPath.NONE, PLAIN);
  }

  /** Answers with the weighted mean of itself and another node. */
  static Softmax weighted(String input, String skip, double weight) {
    SkipPath path = new SkipPath(Optional.of(skip), OptionalDouble.of(weight));
    return new Softmax(List.of(input), List.of(), 0, 0, Optional.empty(), path, PLAIN);
  }

  static Softmax tied(String embedding, String input) {
    return new Softmax(
        List.of(input), List.of(), 0, 0, Optional.of(embedding), SkipPath.NONE, PLAIN);
  }

  /** Word numbers in, and the head gives one for each word. */
  static GraphPorts nextWord() {
    return new GraphPorts(Map.of("tokens", new Shape.Tokens(WORDS)), WORDS);
  }

  static Regression regression(String input) {
    return new Regression(List.of(input), Optional.empty(), Regression.Loss.SQUARED, PLAIN);
  }

  static FinalState finalState(String... input) {
    return new FinalState(List.of(input), false);
  }

  static FinalState stateWithMemory(String input) {
    return new FinalState(List.of(input), true);
  }

  static LastStep lastStep(String input) {
    return new LastStep(List.of(input));
  }

  static PoolTime pool(PoolTime.Kind kind, String input) {
    return new PoolTime(List.of(input), kind);
  }

  static Concat concat(String... input) {
    return new Concat(List.of(input));
  }

  static Add add(String... input) {
    return new Add(List.of(input));
  }

  static LayerOptions dropout(double share) {
    return new LayerOptions(share, InitialWeights.XAVIER, Optional.empty(), 0, false);
  }

  static LayerOptions start(InitialWeights weights) {
    return new LayerOptions(0, weights, Optional.empty(), 0, false);
  }

  static LayerOptions l2(double l2) {
    return new LayerOptions(0, InitialWeights.XAVIER, Optional.empty(), l2, false);
  }

  static LayerOptions frozen() {
    return new LayerOptions(0, InitialWeights.XAVIER, Optional.empty(), 0, true);
  }

  static UpdaterConfig sgd(double rate) {
    return new UpdaterConfig(
        OptionalDouble.of(rate),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  static UpdaterConfig adam(double rate) {
    return new UpdaterConfig(
        OptionalDouble.empty(),
        OptionalDouble.of(rate),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /** Double precision, plain SGD with rate 1: what DL4J's gradient check asks for. */
  static ComputationGraph exact(GraphSpec spec, GraphPorts ports) {
    return GraphBuilder.build(
        spec, ports, new GraphOptions(7, sgd(1), OptionalInt.empty(), DataType.DOUBLE));
  }
}
