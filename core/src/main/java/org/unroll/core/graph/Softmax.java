package org.unroll.core.graph;

import java.util.List;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.unroll.core.config.Checked;
import org.unroll.core.config.Default;
import org.unroll.core.config.Doc;
import org.unroll.core.config.Inline;
import org.unroll.core.config.Problems;
import org.unroll.core.config.Range;
import org.unroll.core.config.Variant;
import org.unroll.core.layer.CrossEntropy;

/**
 * The head for classes: a linear layer, softmax and multi-class cross-entropy, per example {@code
 * [b, classes]} or per step {@code [b, classes, t]}. Labels are one-hot.
 */
@Variant(
    key = "layer",
    names = {"softmax"})
@Doc("The head for classes: softmax with cross-entropy, per example or per step.")
public record Softmax(
    @Doc("What to read.") List<String> input,
    @Doc("A weight for each class in the loss, in the order of the classes.")
        @Default("[]")
        @Range(min = 0)
        List<Double> classWeights,
    @Doc("Share of a label's weight that is spread over all classes (Szegedy et al. 2016).")
        @Default("0")
        @Range(min = 0, below = 1)
        double labelSmoothing,
    @Inline LayerOptions options)
    implements NodeSpec, Checked {

  @Override
  public boolean isHead() {
    return true;
  }

  @Override
  public void check(String path, Problems problems) {
    options.refuseActivation(
        path, "the activation of softmax is softmax; remove the key", problems);
    Head.refuseIdentity(path, options, problems);
  }

  @Override
  public Shape shape(List<Shape> inputs) {
    return Shapes.resized(Shapes.numbers("softmax", inputs), Shape.UNKNOWN);
  }

  @Override
  public Shape shape(List<Shape> inputs, PortSizes sizes) {
    return Shapes.resized(shape(inputs), sizes.outputSize());
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    double[] weights = classWeights.stream().mapToDouble(Double::doubleValue).toArray();
    Head head = new Head(new CrossEntropy(weights, labelSmoothing), new ActivationSoftmax());
    head.build(graph, name, input.get(0), options);
  }
}
