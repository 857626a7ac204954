package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.layer.image.PictureRegions;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Variant;

/**
 * The places of a picture as the steps of a sequence, row by row, {@code [b, c, h, w]} to {@code
 * [b, c, h w]}: the keys of an attention that looks at the picture (Xu et al. 2015). Of a vector a
 * sequence of one step, as the first word that a recurrent layer reads (Vinyals et al. 2015).
 */
@Variant(
    key = "vertex",
    names = {"regions"})
@Doc("The places of a picture as the steps of a sequence, row by row; of a vector one step.")
public record Regions(@Doc("One picture or one vector an example.") List<String> input)
    implements NodeSpec {

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape given = Shapes.only("regions", inputs);
    if (given.hasSteps()) {
      throw new ShapeException(0, "regions takes one picture an example, but this is a sequence");
    }
    return new Shape.Sequence(
        given instanceof Shape.Picture picture ? picture.channels() : given.size());
  }

  @Override
  public boolean needsWholeSequence() {
    return true;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    graph.add(name, new PictureRegions(), graph.output(input.get(0)));
  }
}
