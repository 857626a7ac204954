package org.unroll.core.graph.node;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.unroll.core.layer.head.CrossEntropy;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/**
 * The head for classes: a linear layer, softmax and multi-class cross-entropy, per example {@code
 * [b, classes]} or per step {@code [b, classes, t]}. Labels are class numbers.
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
    @Doc(
            "Of a head per step: weight in the loss of the squared change of the log-probabilities"
                + " from step to step, of each no more than 16 (Farha & Gall 2019 take 0.15).")
        @Default("0")
        @Range(min = 0)
        double smooth,
    @Doc(
            "An embedding of the same words, as large as what is read: its vectors are the head's"
                + " weights too (Press & Wolf 2017).")
        Optional<String> tied,
    @Inline SkipPath path,
    @Inline LayerOptions options)
    implements Head, Checked {

  @Override
  public void check(String path, Problems problems) {
    options.refuseActivation(
        path, "the activation of softmax is softmax; remove the key", problems);
    this.path.check(path, problems);
    if (tied.isPresent()) {
      checkTied(path, problems);
    } else {
      HeadLayer.refuseIdentity(path, options, problems);
    }
  }

  /** Keys of weights, of which a tied head has none. */
  private void checkTied(String path, Problems problems) {
    String reason =
        "the weights are those of '%s'; set the key there".formatted(tied.orElseThrow());
    if (options.l2() > 0) {
      problems.add(path + ".l2", reason);
    }
    if (options.frozen()) {
      problems.add(path + ".frozen", reason);
    }
    if (options.thaw().isPresent()) {
      problems.add(path + ".thaw", reason);
    }
    if (this.path.skip().isPresent()) {
      problems.add(path + ".skip", "a tied head has no skip; remove one of the two keys");
    }
    if (options.weightInit() != LayerOptions.DEFAULTS.weightInit()) {
      problems.add(path + ".weight-init", reason);
    }
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape read = vectors(inputs, graph, "classes");
    int classes = graph.outputSize();
    if (!classWeights.isEmpty() && Shapes.differ(classWeights.size(), classes)) {
      throw new ShapeException(
          "class-weights",
          "%d weights for %d classes; give one for each class"
              .formatted(classWeights.size(), classes));
    }
    if (smooth > 0 && !read.hasSteps()) {
      throw new ShapeException(
          "smooth", "the head gives one answer an example, so there are no steps; remove the key");
    }
    tied.ifPresent(embedding -> new Tying(embedding, graph).check(read.size()));
    return read.resized(classes);
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    double[] weights = classWeights.stream().mapToDouble(Double::doubleValue).toArray();
    CrossEntropy loss = new CrossEntropy(weights, labelSmoothing);
    HeadLayer head = new HeadLayer(loss, new ActivationSoftmax(), path, tied, smooth, 0);
    head.build(graph, name, input.get(0), options);
  }
}
