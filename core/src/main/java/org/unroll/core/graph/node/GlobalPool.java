package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.layer.image.PicturePool;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Variant;

/**
 * The largest or the mean value of each channel, {@code [b, c, h, w]} to {@code [b, c]}, or of each
 * frame to {@code [b, c, t]}.
 */
@Variant(
    key = "vertex",
    names = {"global-pool"})
@Doc("The largest or the mean value of each channel of pictures or frames: a vector for each.")
public record GlobalPool(
    @Doc("Pictures or frames.") List<String> input,
    @Doc("max or mean.") @Default("mean") PoolTime.Kind kind)
    implements NodeSpec {

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape.Pictures pictures = Shapes.pictures("global-pool", inputs);
    return pictures.resized(pictures.channels());
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    PicturePool pool = PicturePool.whole(Pool.kind(kind), graph.pictureSize(source));
    graph.add(name, pool, graph.output(source));
  }
}
