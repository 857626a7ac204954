package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.layer.image.TimeConvolution;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/** A convolution over time, {@code [b, n, t]} to {@code [b, filters, t]}. */
@Variant(
    key = "layer",
    names = {"conv1d"})
@Doc("A convolution over the steps of a sequence; masked steps are read as zeros.")
public record Conv1d(
    @Doc("A sequence.") List<String> input,
    @Doc("Filters, the numbers a step of the output.") @Range(min = 1, max = 100_000) int filters,
    @Doc("Steps that a filter reads.") @Default("3") @Range(min = 1, max = 10_000) int kernel,
    @Doc("From one step that a filter reads to the next.")
        @Default("1")
        @Range(min = 1, max = 10_000)
        int dilation,
    @Doc("Read no step after the one that is written; otherwise as many before as after.")
        @Default("false")
        boolean causal,
    @Inline LayerOptions options)
    implements LayerNode, Checked {

  @Override
  public void check(String path, Problems problems) {
    if (options.weightInit() == InitialWeights.IDENTITY) {
      problems.add(path + ".weight-init", "a conv1d cannot start as identity; use xavier or relu");
    }
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    return Shapes.sequence("conv1d", inputs).resized(filters);
  }

  @Override
  public NodeSpec frameWise() {
    return new Dense(input, filters, options);
  }

  /** It reads beyond a cut. */
  @Override
  public boolean needsWholeSequence() {
    return true;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    TimeConvolution.Builder layer =
        new TimeConvolution.Builder(
                kernel, options.activation().orElse(Activation.IDENTITY).function())
            .nIn(graph.shape(source).size())
            .nOut(filters)
            .weightInit(options.weightInit().forLayer())
            .dilation(dilation)
            .causal(causal);
    GraphAssembly.apply(options, layer);
    graph.add(name, layer, graph.drop(name, source, options.dropout()));
  }
}
