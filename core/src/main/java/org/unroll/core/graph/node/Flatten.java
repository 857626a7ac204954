package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.layer.image.FlattenPicture;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Variant;

/**
 * All numbers of a picture as a vector, {@code [b, c, h, w]} to {@code [b, c h w]}; frames lie in
 * memory as a sequence of vectors already.
 */
@Variant(
    key = "vertex",
    names = {"flatten"})
@Doc("All numbers of a picture as one vector, of frames as one vector a step.")
public record Flatten(@Doc("Pictures or frames.") List<String> input) implements NodeSpec {

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape.Pictures pictures = Shapes.pictures("flatten", inputs);
    return pictures.resized(pictures.size());
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    if (graph.shape(source).hasSteps()) {
      graph.rename(name, graph.output(source));
    } else {
      graph.add(name, new FlattenPicture(), graph.output(source));
    }
  }
}
