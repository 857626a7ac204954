package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.layer.image.Convolution;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/**
 * A convolution over pictures, {@code [b, c, h, w]} to {@code [b, filters, h', w']}, or over each
 * frame of a sequence.
 */
@Variant(
    key = "layer",
    names = {"conv"})
@Doc("A convolution over pictures, or over each frame of a sequence of pictures.")
public record Conv(
    @Doc("Pictures or frames.") List<String> input,
    @Doc("Filters, the channels of the output.") @Range(min = 1, max = 100_000) int filters,
    @Doc("Height and width of a filter, one number or two.")
        @Default("3")
        @Range(min = 1, max = 1000)
        List<Integer> kernel,
    @Doc("From one place of a filter to the next, one number or two.")
        @Default("1")
        @Range(min = 1, max = 1000)
        List<Integer> stride,
    @Doc(
            "Zeros around the picture: same (with stride 1 the output is as large as the input),"
                + " valid (none) or their number on each side.")
        @Default("same")
        String padding,
    @Doc("From one place that a filter reads to the next, one number or two.")
        @Default("1")
        @Range(min = 1, max = 1000)
        List<Integer> dilation,
    @Doc("Parts of the channels, each read by its share of the filters.")
        @Default("1")
        @Range(min = 1, max = 100_000)
        int groups,
    @Doc("Whether a filter has a bias; before batch-norm it is of no use.") @Default("true")
        boolean bias,
    @Inline LayerOptions options)
    implements LayerNode, Checked {

  @Override
  public void check(String path, Problems problems) {
    windows().check(path, "kernel", problems);
    if (options.weightInit() == InitialWeights.IDENTITY) {
      problems.add(path + ".weight-init", "a conv cannot start as identity; use xavier or relu");
    }
    if (filters % groups != 0) {
      problems.add(
          path + ".groups",
          "%d filters cannot be shared out to %d groups alike".formatted(filters, groups));
    }
  }

  private Windows windows() {
    return new Windows(kernel, stride, dilation, padding);
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape.Pictures pictures = Shapes.pictures("conv", inputs);
    if (pictures.channels() % groups != 0) { // 0 channels are unknown
      throw new ShapeException(
          "groups",
          "%d channels cannot be shared out to %d groups alike"
              .formatted(pictures.channels(), groups));
    }
    return windows().output(pictures, filters);
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    Convolution.Builder layer =
        new Convolution.Builder(
                graph.pictureSize(source),
                windows().window(),
                options.activation().orElse(Activation.IDENTITY).function())
            .nOut(filters)
            .weightInit(options.weightInit().forLayer())
            .groups(groups)
            .bias(bias);
    GraphAssembly.apply(options, layer);
    graph.add(name, layer, graph.drop(name, source, options.dropout()));
  }
}
