package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.layer.image.PicturePool;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/** The largest or the mean value of each window, {@code [b, c, h, w]} to {@code [b, c, h', w']}. */
@Variant(
    key = "vertex",
    names = {"pool"})
@Doc("The largest or the mean value of each window of pictures or frames.")
public record Pool(
    @Doc("Pictures or frames.") List<String> input,
    @Doc("max or mean.") @Default("max") PoolTime.Kind kind,
    @Doc("Height and width of a window, one number or two.")
        @Default("2")
        @Range(min = 1, max = 1000)
        List<Integer> size,
    @Doc("From one window to the next, one number or two; default the size, so none overlap.")
        @Default("[]")
        @Range(min = 1, max = 1000)
        List<Integer> stride,
    @Doc("Places around the picture, which do not count: same, valid (none) or their number.")
        @Default("valid")
        String padding)
    implements NodeSpec, Checked {

  @Override
  public void check(String path, Problems problems) {
    windows().check(path, "size", problems);
    if (padding.matches("\\d{1,4}") && size.stream().anyMatch(this::isOutgrown)) {
      problems.add(
          path + ".padding",
          "%s places on each side, more than half of a window; some would see nothing"
              .formatted(padding));
    }
  }

  private boolean isOutgrown(int side) {
    return 2 * Integer.parseInt(padding) > side;
  }

  private Windows windows() {
    return new Windows(size, stride.isEmpty() ? size : stride, List.of(1), padding);
  }

  static PicturePool.Kind kind(PoolTime.Kind kind) {
    return kind == PoolTime.Kind.MAX ? PicturePool.Kind.MAX : PicturePool.Kind.MEAN;
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape.Pictures pictures = Shapes.pictures("pool", inputs);
    return windows().output(pictures, pictures.channels());
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    PicturePool pool = PicturePool.of(kind(kind), graph.pictureSize(source), windows().window());
    graph.add(name, pool, graph.output(source));
  }
}
