package org.unroll.core.graph.node;

import java.util.List;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.unroll.core.layer.head.BinaryCrossEntropy;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/**
 * The head for labels of which any number holds: a linear layer, a sigmoid for each label and the
 * binary cross-entropy, averaged over the labels; per example {@code [b, labels]} or per step
 * {@code [b, labels, t]}. Labels are 0 or 1, of the shape of the output.
 */
@Variant(
    key = "layer",
    names = {"sigmoid"})
@Doc(
    "The head for labels of which any number holds: a sigmoid each with binary cross-entropy, mean"
        + " over the labels, per example or per step.")
public record Sigmoid(
    @Doc("What to read.") List<String> input,
    @Doc(
            "What a label that holds counts in the loss beside one that does not: a number for all"
                + " labels, or one for each in their order.")
        @Default("[]")
        @Range(above = 0)
        List<Double> positiveWeights,
    @Doc("Share of each label that is replaced by one half.")
        @Default("0")
        @Range(min = 0, below = 1)
        double labelSmoothing,
    @Doc(
            "The probability that each label starts from; where there are many labels and few hold,"
                + " a small one such as 0.01 (Lin et al. 2017) spares the first epochs.")
        @Default("0.5")
        @Range(above = 0, below = 1)
        double prior,
    @Inline SkipPath path,
    @Inline LayerOptions options)
    implements Head, Checked {

  @Override
  public void check(String path, Problems problems) {
    options.refuseActivation(
        path, "the activation of sigmoid is sigmoid; remove the key", problems);
    this.path.check(path, problems);
    HeadLayer.refuseIdentity(path, options, problems);
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape read = vectors(inputs, graph, "labels");
    int labels = graph.outputSize();
    if (positiveWeights.size() > 1 && Shapes.differ(positiveWeights.size(), labels)) {
      throw new ShapeException(
          "positive-weights",
          "%d weights for %d labels; give one for each label, or one for all"
              .formatted(positiveWeights.size(), labels));
    }
    return read.resized(labels);
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    double[] weights = positiveWeights.stream().mapToDouble(Double::doubleValue).toArray();
    BinaryCrossEntropy loss = new BinaryCrossEntropy(weights, labelSmoothing);
    new HeadLayer(loss, new ActivationSigmoid(), path)
        .startingAt(Math.log(prior / (1 - prior)))
        .build(graph, name, input.get(0), options);
  }
}
