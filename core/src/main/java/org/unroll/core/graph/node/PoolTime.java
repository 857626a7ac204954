package org.unroll.core.graph.node;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.unroll.core.layer.sequence.TimePooling;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Variant;

/** The largest or the mean value over the unmasked steps, {@code [b, n, t]} to {@code [b, n]}. */
@Variant(
    key = "vertex",
    names = {"pool-time"})
@Doc("The largest or the mean value over all steps of a sequence.")
public record PoolTime(
    @Doc("A sequence.") List<String> input, @Doc("max or mean.") @Default("max") Kind kind)
    implements NodeSpec {

  /** What is taken over the steps. */
  public enum Kind {
    MAX,
    MEAN
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    return new Shape.Vector(Shapes.sequence("pool-time", inputs).size());
  }

  @Override
  public boolean needsWholeSequence() {
    return true;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    PoolingType pooling = kind == Kind.MAX ? PoolingType.MAX : PoolingType.AVG;
    graph.add(name, new TimePooling(pooling), graph.output(input.get(0)));
  }
}
