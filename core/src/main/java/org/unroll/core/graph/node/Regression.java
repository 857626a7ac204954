package org.unroll.core.graph.node;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Variant;

/**
 * The head for numbers: a linear layer and the squared error, averaged over the outputs; per
 * example {@code [b, n]} or per step {@code [b, n, t]}.
 */
@Variant(
    key = "layer",
    names = {"regression"})
@Doc("The head for numbers: a linear layer with mean squared error, per example or per step.")
public record Regression(
    @Doc("What to read.") List<String> input,
    @Doc("A node whose output is added: per step, or for all steps target after target.")
        Optional<String> skip,
    @Inline LayerOptions options)
    implements NodeSpec, Checked {

  @Override
  public boolean isHead() {
    return true;
  }

  @Override
  public void check(String path, Problems problems) {
    options.refuseActivation(
        path, "the activation of regression is the identity; remove the key", problems);
    Head.refuseIdentity(path, options, problems);
  }

  private HeadSkip skipPath() {
    return new HeadSkip(input, skip);
  }

  @Override
  public List<String> reads() {
    return skipPath().reads();
  }

  @Override
  public String readKey(int index) {
    return skipPath().readKey(index);
  }

  @Override
  public List<String> inStep() {
    return reads();
  }

  @Override
  public Shape shape(List<Shape> inputs) {
    return Shapes.resized(Shapes.numbers("regression", skipPath().own(inputs)), Shape.UNKNOWN);
  }

  @Override
  public Shape shape(List<Shape> inputs, PortSizes sizes) {
    Shape head = shape(inputs);
    skipPath().check(inputs, head, sizes);
    return Shapes.resized(head, sizes.outputSize());
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    if (skip.isPresent()) {
      new NumbersHead(new LossMSE(), 1, 0, skip).build(graph, name, input.get(0), options);
      return;
    }
    new Head(new LossMSE(), new ActivationIdentity()).build(graph, name, input.get(0), options);
  }
}
