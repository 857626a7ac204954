package org.unroll.core.graph.node;

import java.util.List;
import java.util.OptionalDouble;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.image.ConvolutionCell;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;
import org.unroll.core.yaml.VariantName;

/**
 * A recurrent layer whose matrices are convolutions, {@code [b, c h w, t]} to {@code [b, filters h
 * w, t]}.
 */
@Variant(
    key = "layer",
    names = {"conv-lstm", "conv-gru"})
@Doc(
    "A recurrent layer on frames whose matrices are convolutions (Shi et al. 2015, Ballas et al."
        + " 2016): its state is a picture.")
public record ConvRecurrent(
    @VariantName ConvCell cell,
    @Doc("Frames.") List<String> input,
    @Doc("Filters of each gate, the channels of the state.") @Range(min = 1, max = 100_000)
        int filters,
    @Doc("Height and width of a filter.") @Default("3") @Range(min = 1, max = 1000) int kernel,
    @Doc("Start of the forget gate's bias, default 1 (conv-lstm only).") OptionalDouble forgetBias,
    @Doc("How the weights of the state start, each gate by itself.") @Default("orthogonal")
        InitialWeights recurrentInit,
    @Inline LayerOptions options)
    implements LayerNode, Checked {

  /** The cells whose matrices can be convolutions. */
  public enum ConvCell {
    CONV_LSTM(CellType.LSTM),
    CONV_GRU(CellType.GRU);

    private final CellType type;

    ConvCell(CellType type) {
      this.type = type;
    }
  }

  @Override
  public void check(String path, Problems problems) {
    options.refuseActivation(
        path,
        "a %s always uses tanh and sigmoid gates; remove the key".formatted(kind()),
        problems);
    if (cell != ConvCell.CONV_LSTM && forgetBias.isPresent()) {
      problems.add(path + ".forget-bias", "a conv-gru has no forget gate; remove the key");
    }
    if (options.weightInit() == InitialWeights.IDENTITY) {
      problems.add(path + ".weight-init", "a convolution cannot start as identity; use xavier");
    }
    if (recurrentInit == InitialWeights.IDENTITY) {
      problems.add(
          path + ".recurrent-init", "a convolution cannot start as identity; use orthogonal");
    }
  }

  private String kind() {
    return cell == ConvCell.CONV_LSTM ? "conv-lstm" : "conv-gru";
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape.Pictures frames = Shapes.pictures(kind(), inputs);
    if (!frames.hasSteps()) {
      throw new ShapeException(
          0, "%s takes one picture a step, but this input is one an example".formatted(kind()));
    }
    return frames.of(new PictureSize(filters, frames.height(), frames.width()));
  }

  @Override
  public NodeSpec frameWise() {
    List<Integer> one = List.of(1);
    LayerOptions curved = options.activated(Activation.TANH);
    return new Conv(input, filters, List.of(kernel), one, "same", one, 1, true, curved);
  }

  /** Its state is not kept between the sections of a sequence. */
  @Override
  public boolean needsWholeSequence() {
    return true;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    int gates = cell.type.gates();
    ConvolutionCell.Builder layer =
        new ConvolutionCell.Builder(cell.type, graph.pictureSize(source), kernel)
            .nOut(filters)
            .weightInit(options.weightInit().forGates(gates))
            .recurrentInit(recurrentInit.forGates(gates));
    forgetBias.ifPresent(layer::forgetBias);
    GraphAssembly.apply(options, layer);
    graph.add(name, layer, graph.drop(name, source, options.dropout()));
  }
}
