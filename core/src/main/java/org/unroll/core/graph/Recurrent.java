package org.unroll.core.graph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.unroll.core.config.Checked;
import org.unroll.core.config.Default;
import org.unroll.core.config.Doc;
import org.unroll.core.config.Inline;
import org.unroll.core.config.Problems;
import org.unroll.core.config.Range;
import org.unroll.core.config.Variant;
import org.unroll.core.config.VariantName;

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
    @Doc("How the recurrent weights start, each gate by itself.") @Default("orthogonal")
        InitialWeights recurrentInit,
    @Inline LayerOptions options)
    implements NodeSpec, Checked {

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
  public Shape shape(List<Shape> inputs) {
    Shape.Sequence sequence = Shapes.sequence(kind(), inputs);
    options.checkIdentity(sequence.size(), size);
    return new Shape.Sequence(bidirectional.outputs(size));
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = graph.drop(name, input.get(0), options.dropout());
    int inputs = graph.shape(input.get(0)).size();
    if (bidirectional == Directions.FORWARD) {
      graph.add(name, CellLayer.of(this, inputs), source);
    } else {
      buildBoth(graph, name, source);
    }
  }

  /**
   * Two cells, one on the reversed sequence. DL4J's Bidirectional ignores masks: its backward
   * direction starts in the padding.
   */
  private void buildBoth(GraphAssembly graph, String name, String source) {
    int inputs = graph.shape(input.get(0)).size();
    String mask = graph.maskInput(name);
    graph.add(forward(name), CellLayer.of(this, inputs), source);
    graph.reverse(name + "-reversed", mask, source);
    graph.add(backward(name), CellLayer.of(this, inputs), name + "-reversed");
    if (graph.isReadStepwise(name)) {
      graph.reverse(name + "-restored", mask, backward(name));
      graph.join(name, bidirectional, forward(name), name + "-restored");
    }
  }

  /** DL4J's name of the layer that reads forwards. */
  String forward(String name) {
    return bidirectional == Directions.FORWARD ? name : name + "-forward";
  }

  /** DL4J's name of the layer that reads backwards. */
  static String backward(String name) {
    return name + "-backward";
  }

  private String kind() {
    return cell.name().toLowerCase(Locale.ROOT);
  }

  private String article() {
    return (cell == Cell.GRU ? "a " : "an ") + kind();
  }
}
