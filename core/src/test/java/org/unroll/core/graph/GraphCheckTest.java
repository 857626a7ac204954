package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Repeat;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Sigmoid;
import org.unroll.core.graph.node.SkipPath;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.yaml.Problem;
import org.unroll.core.yaml.Problems;

class GraphCheckTest {
  private static List<Problem> problems(GraphPorts ports, GraphSpec spec) {
    Problems problems = new Problems();
    GraphCheck.check(spec, ports, "graph", problems);
    return problems.found();
  }

  private static void assertProblem(GraphPorts ports, GraphSpec spec, String path, String message) {
    assertThat(problems(ports, spec)).containsExactly(new Problem(path, message));
  }

  @Test
  void shapesOfAGoodGraph() {
    Problems problems = new Problems();
    Map<String, Shape> shapes =
        GraphCheck.check(
            spec(
                "embed", embedding(5, "tokens"),
                "cell", both(Cell.LSTM, Directions.CONCAT, 4, "embed"),
                "sum", both(Cell.RNN, Directions.ADD, 8, "cell"),
                "residual", add("cell", "sum"),
                "steps", dense(6, Activation.TANH, "residual"),
                "pool", pool(PoolTime.Kind.MAX, "steps"),
                "end", finalState("sum"),
                "all", concat("pool", "end"),
                "output", softmax("all")),
            tokens(),
            "graph",
            problems);
    assertThat(problems.found()).isEmpty();
    assertThat(shapes)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "tokens", new Shape.Tokens(WORDS),
                "embed", new Shape.Sequence(5),
                "cell", new Shape.Sequence(8),
                "sum", new Shape.Sequence(8),
                "residual", new Shape.Sequence(8),
                "steps", new Shape.Sequence(6),
                "pool", new Shape.Vector(6),
                "end", new Shape.Vector(8),
                "all", new Shape.Vector(14),
                "output", new Shape.Vector(CLASSES)));
  }

  @Test
  void unknownSizesAreNoMistake() {
    GraphPorts unknown =
        new GraphPorts(Map.of("frames", new Shape.Sequence(Shape.UNKNOWN)), Shape.UNKNOWN);
    GraphSpec spec =
        spec(
            "cell",
                recurrent(
                    Cell.LSTM, Directions.FORWARD, 4, start(InitialWeights.IDENTITY), "frames"),
            "sum", add("cell", "frames"),
            "joined", concat("sum", "frames"),
            "end", lastStep("joined"),
            "output",
                new Softmax(
                    List.of("end"),
                    List.of(1.0, 2.0),
                    0,
                    0,
                    Optional.empty(),
                    SkipPath.NONE,
                    PLAIN));
    assertThat(problems(unknown, spec)).isEmpty();
  }

  @Test
  void anInputThatNamesNothing() {
    assertProblem(
        tokens(),
        spec(
            "embed", embedding(5, "token"),
            "end", lastStep("embed"),
            "output", softmax("end")),
        "graph.embed.input",
        "no node or graph input 'token'; did you mean 'tokens'?");
  }

  @Test
  void anInputThatNamesNothingNear() {
    assertProblem(
        frames(),
        spec(
            "cell", lstm(3, "frames"),
            "all", concat("cell", "encyclopaedia"),
            "output", softmax("all")),
        "graph.all.input[1]",
        "no node or graph input 'encyclopaedia'; there are frames, cell, all, output");
  }

  @Test
  void noInput() {
    assertThat(problems(frames(), spec("cell", lstm(3), "output", softmax("cell"))))
        .contains(new Problem("graph.cell.input", "a node reads at least one node or graph input"));
  }

  @Test
  void aLoop() {
    assertProblem(
        frames(),
        spec(
            "first", concat("frames", "third"),
            "second", lstm(3, "first"),
            "third", rnn(3, "second"),
            "output", softmax("third")),
        "graph.second.input",
        "the nodes form a loop: first -> second -> third -> first");
  }

  @Test
  void aNodeThatReadsItself() {
    assertProblem(
        frames(),
        spec("cell", lstm(3, "cell"), "output", softmax("cell")),
        "graph.cell.input",
        "the nodes form a loop: cell -> cell");
  }

  @Test
  void anUnusedNode() {
    assertProblem(
        frames(),
        spec("cell", lstm(3, "frames"), "spare", rnn(3, "frames"), "output", softmax("cell")),
        "graph.spare",
        "nothing leads from 'spare' to the head 'output'; connect it or remove it");
  }

  @Test
  void noHead() {
    assertProblem(
        frames(),
        spec("cell", lstm(3, "frames")),
        "graph",
        "no head; add a node with {layer: softmax}, {layer: sigmoid}, {layer: regression} or {layer: quantiles}");
  }

  @Test
  void twoHeads() {
    assertProblem(
        frames(),
        spec("cell", lstm(3, "frames"), "one", softmax("cell"), "two", regression("cell")),
        "graph",
        "one head is possible, but there are one, two");
  }

  @Test
  void aHeadThatIsRead() {
    assertProblem(
        frames(),
        spec(
            "cell", lstm(3, "frames"),
            "output", softmax("cell"),
            "after", lstm(3, "output")),
        "graph.after.input",
        "'output' is the head; nothing can read its output");
  }

  @Test
  void aNodeNamedLikeAGraphInput() {
    assertThat(problems(frames(), spec("frames", lstm(3, "frames"), "output", softmax("frames"))))
        .contains(
            new Problem("graph.frames", "'frames' is the name of a graph input; choose another"));
  }

  @Test
  void aNodeNamedLikeAPartOfAnother() {
    assertProblem(
        frames(),
        spec(
            "cell", both(Cell.LSTM, Directions.ADD, 3, "frames"),
            "cell-forward", lstm(3, "cell"),
            "output", softmax("cell-forward")),
        "graph.cell-forward",
        "'cell-forward' is a name that node 'cell' needs for a part of itself; choose another");
  }

  @Test
  void wordNumbersInACell() {
    assertProblem(
        tokens(),
        spec("cell", lstm(3, "tokens"), "output", softmax("cell")),
        "graph.cell.input",
        "lstm takes vectors, but this input gives word numbers; put an embedding in between");
  }

  @Test
  void oneHotVectorsAreAsLargeAsTheVocabulary() {
    LayerOptions identity = start(InitialWeights.IDENTITY);
    assertProblem(
        tokens(),
        spec(
            "embed", new Embedding(List.of("tokens"), 3, Optional.empty(), 0, identity),
            "cell", lstm(3, "embed"),
            "output", softmax("cell")),
        "graph.embed.input",
        "an embedding that starts as identity (one-hot) is as large as its vocabulary: size: 7");
  }

  @Test
  void vectorsInAnEmbedding() {
    assertProblem(
        frames(),
        spec("embed", embedding(3, "frames"), "output", softmax("embed")),
        "graph.embed.input",
        "embedding takes word numbers, but this input gives vectors");
  }

  @Test
  void aVectorInACell() {
    assertProblem(
        frames(),
        spec(
            "cell", lstm(3, "frames"),
            "end", finalState("cell"),
            "second", rnn(3, "end"),
            "output", softmax("second")),
        "graph.second.input",
        "rnn takes a sequence (one vector a step), but this input is one vector an example");
  }

  @Test
  void twoInputsForALayer() {
    assertProblem(
        frames(),
        spec(
            "first", lstm(3, "frames"),
            "second", lstm(3, "first", "frames"),
            "output", softmax("second")),
        "graph.second",
        "lstm takes one input, not 2; join several with {vertex: concat, input: [...]}");
  }

  @Test
  void oneInputToJoin() {
    assertProblem(
        frames(),
        spec("sum", add("frames"), "output", softmax("sum")),
        "graph.sum",
        "add takes two inputs or more, not 1; write a list, input: [first, second]");
  }

  @Test
  void aSequenceJoinedWithAVector() {
    assertProblem(
        frames(),
        spec(
            "cell", lstm(3, "frames"),
            "end", finalState("cell"),
            "all", concat("cell", "end"),
            "output", softmax("all")),
        "graph.all.input[1]",
        "concat takes sequences only or vectors only: the first input is a sequence, this one is"
            + " one vector an example");
  }

  @Test
  void sizesThatDoNotAddUp() {
    assertProblem(
        frames(),
        spec("cell", lstm(4, "frames"), "sum", add("frames", "cell"), "output", softmax("sum")),
        "graph.sum.input[1]",
        "add takes inputs of one size, but this one has 4 numbers and an earlier one 3");
  }

  @Test
  void stepsOfDifferentInputs() {
    assertProblem(
        ports("frames", new Shape.Sequence(3), "sounds", new Shape.Sequence(3)),
        spec(
            "left", lstm(3, "frames"),
            "right", lstm(3, "sounds"),
            "sum", add("left", "right"),
            "output", softmax("sum")),
        "graph.sum.input[1]",
        "its steps are those of graph input 'sounds', those of the first input of 'frames';"
            + " sequences of different lengths cannot be joined step by step");
  }

  @Test
  void lastStepOfBothDirections() {
    assertProblem(
        frames(),
        spec(
            "cell", both(Cell.LSTM, Directions.CONCAT, 3, "frames"),
            "end", lastStep("cell"),
            "output", softmax("end")),
        "graph.end.input",
        "'cell' reads in both directions, and at the last step its backward direction has seen one"
            + " step only; use {vertex: final-state}");
  }

  @Test
  void finalStateOfSomethingElse() {
    assertProblem(
        frames(),
        spec(
            "cell", lstm(3, "frames"),
            "steps", dense(3, Activation.TANH, "cell"),
            "end", finalState("steps"),
            "output", softmax("end")),
        "graph.end.input",
        "final-state reads a recurrent layer, and 'steps' is none; use last-step");
  }

  @Test
  void identityThatIsNotSquare() {
    assertProblem(
        frames(),
        spec(
            "cell",
            recurrent(Cell.RNN, Directions.FORWARD, 4, start(InitialWeights.IDENTITY), "frames"),
            "output",
            softmax("cell")),
        "graph.cell",
        "weight-init: identity takes as many inputs as units, but there are 3 inputs and 4 units;"
            + " use orthogonal");
  }

  @Test
  void tooFewClassWeights() {
    assertProblem(
        frames(),
        spec(
            "output",
            new Softmax(
                List.of("frames"),
                List.of(1.0, 2.0),
                0,
                0,
                Optional.empty(),
                SkipPath.NONE,
                PLAIN)),
        "graph.output.class-weights",
        "2 weights for 3 classes; give one for each class");
  }

  @Test
  void oneWeightForAllLabelsOrOneForEach() {
    Sigmoid one = new Sigmoid(List.of("frames"), List.of(2.0), 0, 0.5, SkipPath.NONE, PLAIN);
    assertThat(problems(frames(), spec("output", one))).isEmpty();
    assertProblem(
        frames(),
        spec(
            "output",
            new Sigmoid(List.of("frames"), List.of(1.0, 2.0), 0, 0.5, SkipPath.NONE, PLAIN)),
        "graph.output.positive-weights",
        "2 weights for 3 labels; give one for each label, or one for all");
  }

  @Test
  void smoothStepsOfAHeadWithoutSteps() {
    assertProblem(
        frames(),
        spec(
            "cell", lstm(3, "frames"),
            "end", finalState("cell"),
            "output",
                new Softmax(
                    List.of("end"), List.of(), 0, 0.15, Optional.empty(), SkipPath.NONE, PLAIN)),
        "graph.output.smooth",
        "the head gives one answer an example, so there are no steps; remove the key");
  }

  @Test
  void aSkipThatDoesNotFitItsHead() {
    SkipPath skip = SkipPath.of(Optional.of("wide"));
    Softmax classes =
        new Softmax(List.of("frames"), List.of(), 0, 0, Optional.empty(), skip, PLAIN);
    Sigmoid labels = new Sigmoid(List.of("end"), List.of(), 0, 0.5, skip, PLAIN);
    assertProblem(
        frames(),
        spec("wide", dense(4, Activation.TANH, "frames"), "output", classes),
        "graph.output.skip",
        "a skip gives as many numbers as there are classes, 3, but this node gives 4");
    assertProblem(
        frames(),
        spec("wide", finalState("cell"), "cell", lstm(3, "frames"), "output", classes),
        "graph.output.skip",
        "the number of steps varies, so a skip must be a sequence");
    assertProblem(
        frames(),
        spec(
            "end", finalState("cell"),
            "cell", lstm(3, "frames"),
            "wide", dense(3, Activation.TANH, "frames"),
            "output", labels),
        "graph.output.skip",
        "the head gives one vector an example, so its skip cannot be a sequence");
  }

  @Test
  void aWeightOfASkipThatNothingTrains() {
    assertProblem(
        frames(),
        spec(
            "wide", dense(3, Activation.TANH, "frames"), "output", weighted("frames", "wide", 0.5)),
        "graph.output.skip-weight",
        "the skip is left out while training, so 'wide' would never learn; use a graph input as skip, or remove the key");
  }

  private static void assertTiedProblem(String embedding, int units, String message) {
    GraphPorts ports =
        new GraphPorts(
            Map.of("tokens", new Shape.Tokens(WORDS), "source", new Shape.Tokens(9)), WORDS);
    GraphSpec spec =
        spec(
            "embed", embedding(3, "tokens"),
            "read", embedding(3, "source"),
            "end", lastStep("read"),
            "repeated", new Repeat(List.of("end"), "embed"),
            "both", concat("embed", "repeated"),
            "cell", lstm(units, "both"),
            "output", tied(embedding, "cell"));
    if (message.isEmpty()) {
      assertThat(problems(ports, spec)).isEmpty();
    } else {
      assertProblem(ports, spec, "graph.output.tied", message);
    }
  }

  @Test
  void anEmbeddingThatAHeadCannotBeTiedTo() {
    assertTiedProblem("embed", 3, "");
    assertTiedProblem("embd", 3, "no embedding 'embd'; did you mean 'embed'?");
    assertTiedProblem(
        "cell", 3, "'cell' is no embedding, and only an embedding has a vector for each class");
    assertTiedProblem(
        "embed",
        4,
        "the head reads 4 numbers, but the vectors of 'embed' have 3; make the sizes equal, or put"
            + " {layer: dense, size: 3} before the head");
    assertTiedProblem(
        "read",
        3,
        "the head has 7 classes, but 'read' has vectors for 9 words; name the embedding of the"
            + " words that the head chooses from");
  }

  @Test
  void unknownVocabulariesAreNoMistakeForATiedHead() {
    GraphPorts ports =
        new GraphPorts(Map.of("tokens", new Shape.Tokens(Shape.UNKNOWN)), Shape.UNKNOWN);
    assertThat(
            problems(
                ports, spec("embed", embedding(3, "tokens"), "output", tied("embed", "embed"))))
        .isEmpty();
  }

  @Test
  void allMistakesAtOnce() {
    GraphSpec spec =
        spec(
            "cell", lstm(3, "frame"),
            "pool", pool(PoolTime.Kind.MEAN, "day"),
            "output", softmax("cell"));
    assertThat(problems(ports("frames", new Shape.Sequence(3), "day", new Shape.Vector(2)), spec))
        .extracting(Problem::path)
        .containsExactly("graph.cell.input", "graph.pool.input");
  }

  private static GraphSpec decoder(Cell cell, int size, NodeSpec state) {
    return spec(
        "encoder", lstm(4, "frames"),
        "state", state,
        "decoder", starting(cell, size, Optional.of("state"), "frames"),
        "output", softmax("decoder"));
  }

  @Test
  void aStateThatFits() {
    assertThat(problems(frames(), decoder(Cell.LSTM, 4, stateWithMemory("encoder")))).isEmpty();
    assertThat(problems(frames(), decoder(Cell.LSTM, 4, finalState("encoder")))).isEmpty();
    assertThat(problems(frames(), decoder(Cell.GRU, 4, finalState("encoder")))).isEmpty();
  }

  @Test
  void aStateOfAnotherSize() {
    assertProblem(
        frames(),
        decoder(Cell.LSTM, 5, stateWithMemory("encoder")),
        "graph.decoder.initial-state",
        "the state of 5 units is 5 numbers, or 10 with the memory, but this node gives 8");
    assertProblem(
        frames(),
        decoder(Cell.GRU, 4, stateWithMemory("encoder")),
        "graph.decoder.initial-state",
        "the state of 4 units is 4 numbers, but this node gives 8");
  }

  @Test
  void aStateThatIsASequence() {
    assertProblem(
        frames(),
        decoder(Cell.LSTM, 4, dense(4, Activation.TANH, "encoder")),
        "graph.decoder.initial-state",
        "a state is one vector an example; use {vertex: final-state}");
  }

  @Test
  void aStateThatNamesNothing() {
    assertProblem(
        frames(),
        spec(
            "decoder", starting(Cell.LSTM, 4, Optional.of("stat"), "frames"),
            "output", softmax("decoder")),
        "graph.decoder.initial-state",
        "no node or graph input 'stat'; there are frames, decoder, output");
  }

  @Test
  void theMemoryOfAGru() {
    assertProblem(
        frames(),
        spec(
            "cell", gru(3, true, "frames"),
            "end", stateWithMemory("cell"),
            "output", softmax("end")),
        "graph.end.cell",
        "'cell' is no lstm, so its state is its output alone; remove the key");
  }
}
