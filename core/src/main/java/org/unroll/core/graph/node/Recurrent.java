package org.unroll.core.graph.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.unroll.core.layer.recurrent.InitialState;
import org.unroll.core.layer.recurrent.RecurrentCell;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;
import org.unroll.core.yaml.VariantName;

/**
 * A recurrent layer, {@code [b, n, t]} to {@code [b, size, t]}, or {@code [b, 2 * size, t]} when it
 * reads in both directions and joins them with {@code concat}.
 */
@Variant(
    key = "layer",
    names = {"rnn", "lstm", "gru"})
@Doc("A recurrent layer: a plain rnn (tanh or relu), an lstm or a gru.")
public record Recurrent(
    @VariantName Cell cell,
    @Doc("The sequence to read.") List<String> input,
    @Doc("Units in each direction.") @Range(min = 1, max = 100_000) int size,
    @Doc("Read backwards too; true and concat join the outputs of both directions, add sums them.")
        @Default("false")
        Directions bidirectional,
    @Doc(
            "Start of the forget gate's bias, default 1 (lstm only; Gers et al. 2000, Jozefowicz et"
                + " al. 2015).")
        OptionalDouble forgetBias,
    @Doc(
            "Apply the reset gate after the recurrent product, as PyTorch and cuDNN do, default true"
                + " (gru only; false is Cho et al. 2014).")
        Optional<Boolean> resetAfter,
    @Doc(
            "A node that gives the state before the first step: the output, of an lstm also with the"
                + " memory behind, as {vertex: final-state, cell: true} does.")
        Optional<String> initialState,
    @Doc("Learn the state before the first step; otherwise it is zero.") @Default("false")
        boolean learnedState,
    @Doc("How the recurrent weights start, each gate by itself.") @Default("orthogonal")
        InitialWeights recurrentInit,
    @Inline LayerOptions options)
    implements LayerNode, Stateful, Checked {

  @Override
  public void check(String path, Problems problems) {
    if (cell != Cell.LSTM && forgetBias.isPresent()) {
      problems.add(
          path + ".forget-bias",
          "%s has no forget gate; remove the key or use lstm".formatted(article()));
    }
    if (cell != Cell.GRU && resetAfter.isPresent()) {
      problems.add(
          path + ".reset-after",
          "%s has no reset gate; remove the key or use gru".formatted(article()));
    }
    if (initialState.isPresent() && bidirectional != Directions.FORWARD) {
      problems.add(
          path + ".initial-state", "only a layer that reads forwards can start from a given state");
    }
    if (initialState.isPresent() && learnedState) {
      problems.add(path + ".learned-state", "the state is given by initial-state; remove one");
    }
    checkActivation(path, problems);
  }

  private void checkActivation(String path, Problems problems) {
    if (options.activation().isEmpty()) {
      return;
    }
    Activation activation = options.activation().get();
    if (cell != Cell.RNN) {
      problems.add(
          path + ".activation",
          "%s always uses tanh and sigmoid gates; remove the key".formatted(article()));
    } else if (activation != Activation.TANH && activation != Activation.RELU) {
      problems.add(path + ".activation", "an rnn uses tanh or relu");
    }
  }

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(input);
    initialState.ifPresent(reads::add);
    return reads;
  }

  @Override
  public String readKey(int index) {
    return index < input.size() ? LayerNode.super.readKey(index) : "initial-state";
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape sequence = Shapes.sequence(kind(), inputs.subList(0, input.size()));
    options.checkIdentity(sequence.size(), size);
    if (initialState.isPresent()) {
      checkState(inputs.get(input.size()));
    }
    return new Shape.Sequence(bidirectional.outputs(size));
  }

  private void checkState(Shape state) {
    if (state.hasSteps()) {
      throw new ShapeException(
          input.size(), "a state is one vector an example; use {vertex: final-state}");
    }
    boolean fits = state.size() == size || cell == Cell.LSTM && state.size() == 2 * size;
    if (state.size() != Shape.UNKNOWN && !fits) {
      throw new ShapeException(
          input.size(),
          cell == Cell.LSTM
              ? "the state of %d units is %d numbers, or %d with the memory, but this node gives %d"
                  .formatted(size, size, 2 * size, state.size())
              : "the state of %d units is %d numbers, but this node gives %d"
                  .formatted(size, size, state.size()));
    }
  }

  @Override
  public boolean hasMemory() {
    return cell == Cell.LSTM;
  }

  @Override
  public NodeSpec frameWise() {
    return new Dense(input, bidirectional.outputs(size), options.activated(Activation.TANH));
  }

  @Override
  public boolean needsWholeSequence() {
    return bidirectional != Directions.FORWARD;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = graph.drop(name, input.get(0), options.dropout());
    if (bidirectional != Directions.FORWARD) {
      buildBoth(graph, name, source);
      return;
    }
    if (initialState.isPresent()) {
      String started = Part.STARTED.of(name);
      graph.add(started, new InitialState(name), source, graph.output(initialState.get()));
      source = started;
    }
    graph.add(name, cell(graph, name), source);
  }

  private RecurrentCell.Builder cell(GraphAssembly graph, String name) {
    int inputs = graph.shape(input.get(0)).size();
    return CellLayer.of(this, inputs).memoryRead(graph.isMemoryRead(name));
  }

  /**
   * Two cells, one on the reversed sequence. DL4J's Bidirectional ignores masks: its backward
   * direction starts in the padding.
   */
  private void buildBoth(GraphAssembly graph, String name, String source) {
    String mask = graph.maskInput(name);
    graph.add(forward(name), cell(graph, name), source);
    graph.reverse(Part.REVERSED.of(name), mask, source);
    graph.add(backward(name), cell(graph, name), Part.REVERSED.of(name));
    if (graph.isReadStepwise(name)) {
      graph.reverse(Part.RESTORED.of(name), mask, backward(name));
      graph.join(name, bidirectional, forward(name), Part.RESTORED.of(name));
    }
  }

  private String kind() {
    return cell.name().toLowerCase(Locale.ROOT);
  }

  private String article() {
    return (cell == Cell.GRU ? "a " : "an ") + kind();
  }
}
