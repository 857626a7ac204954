package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.BatchNorm;
import org.unroll.core.graph.node.Conv;
import org.unroll.core.graph.node.Conv1d;
import org.unroll.core.graph.node.Flatten;
import org.unroll.core.graph.node.GlobalPool;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Pool;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Problem;
import org.unroll.core.yaml.Problems;

/** Shapes of pictures, known or not, and the mistakes in graphs on them. */
class PictureCheckTest {
  private static final GraphPorts PICTURES = ports("pictures", new Shape.Picture(3, 32, 24));

  private static void assertProblem(GraphPorts ports, GraphSpec spec, String path, String message) {
    Problems problems = new Problems();
    GraphCheck.check(spec, ports, "graph", problems);
    assertThat(problems.found()).containsExactly(new Problem(path, message));
  }

  private static Map<String, Shape> shapes(GraphPorts ports, GraphSpec spec) {
    Problems problems = new Problems();
    Map<String, Shape> shapes = GraphCheck.check(spec, ports, "graph", problems);
    assertThat(problems.found()).isEmpty();
    return shapes;
  }

  private static Conv conv(List<Integer> kernel, String padding, int groups, String input) {
    return new Conv(
        List.of(input), 8, kernel, List.of(2), padding, List.of(1), groups, true, PLAIN);
  }

  private static GraphSpec encoder(String padding) {
    return spec(
        "conv", conv(List.of(5, 3), padding, 1, "pictures"),
        "half", PictureCases.pool(PoolTime.Kind.MAX, "conv"),
        "norm", PictureCases.norm(Activation.RELU, "half"),
        "flat", PictureCases.flatten("norm"),
        "output", softmax("flat"));
  }

  @Test
  void sizesOfPictures() {
    Map<String, Shape> shapes = shapes(PICTURES, encoder("valid"));
    assertThat(shapes.get("conv")).isEqualTo(new Shape.Picture(8, 14, 11));
    assertThat(shapes.get("half")).isEqualTo(new Shape.Picture(8, 7, 5));
    assertThat(shapes.get("flat")).isEqualTo(new Shape.Vector(8 * 7 * 5));
    assertThat(shapes(PICTURES, encoder("same")).get("conv"))
        .isEqualTo(new Shape.Picture(8, 16, 12));
    assertThat(shapes(PICTURES, encoder("1")).get("conv")).isEqualTo(new Shape.Picture(8, 15, 12));
  }

  @Test
  void sizesThatAreNotKnownYet() {
    GraphPorts ports = ports("pictures", new Shape.Frames(Shape.UNKNOWN, Shape.UNKNOWN, 24));
    Map<String, Shape> shapes = shapes(ports, encoder("valid"));
    assertThat(shapes.get("conv")).isEqualTo(new Shape.Frames(8, Shape.UNKNOWN, 11));
    assertThat(shapes.get("flat")).isEqualTo(new Shape.Sequence(Shape.UNKNOWN));
  }

  @Test
  void aPictureThatBecomesTooSmall() {
    assertProblem(
        ports("pictures", new Shape.Picture(3, 32, 3)),
        spec(
            "first", PictureCases.pool(PoolTime.Kind.MAX, "pictures"),
            "second", PictureCases.pool(PoolTime.Kind.MAX, "first"),
            "flat", PictureCases.flatten("second"),
            "output", softmax("flat")),
        "graph.second.input",
        "the picture has become too small: it is 16x1 (height x width), and what is read at once is"
            + " 2 wide; use a smaller kernel, padding: same or fewer poolings before");
  }

  @Test
  void aPictureForARecurrentLayer() {
    assertProblem(
        PICTURES,
        spec("cell", lstm(3, "pictures"), "output", softmax("cell")),
        "graph.cell.input",
        "lstm takes vectors, but this input gives one picture an example; put {vertex: global-pool}"
            + " or {vertex: flatten} in between");
  }

  @Test
  void framesForARecurrentLayer() {
    GraphPorts ports = ports("pictures", new Shape.Frames(1, 4, 4));
    GraphSpec spec = spec("cell", lstm(3, "pictures"), "output", softmax("cell"));
    assertThat(shapes(ports, spec).get("cell")).isEqualTo(new Shape.Sequence(3));
  }

  @Test
  void aSequenceForAConvolution() {
    assertProblem(
        frames(),
        spec("conv", conv(List.of(3), "same", 1, "frames"), "output", softmax("conv")),
        "graph.conv.input",
        "conv takes pictures or frames, but this input is a sequence");
  }

  @Test
  void groupsThatDoNotFit() {
    assertProblem(
        PICTURES,
        spec(
            "conv", conv(List.of(3), "same", 2, "pictures"),
            "flat", PictureCases.flatten("conv"),
            "output", softmax("flat")),
        "graph.conv.groups",
        "3 channels cannot be shared out to 2 groups alike");
  }

  @Test
  void picturesOfDifferentSizesJoined() {
    assertProblem(
        PICTURES,
        spec(
            "half", PictureCases.pool(PoolTime.Kind.MEAN, "pictures"),
            "all", concat("pictures", "half"),
            "flat", PictureCases.flatten("all"),
            "output", softmax("flat")),
        "graph.all.input[1]",
        "concat takes sequences only or vectors only: the first input is one picture an example of"
            + " 32x24, this one is one picture an example of 16x12");
  }

  @Test
  void keysThatMakeNoSense() {
    Problems problems = new Problems();
    conv(List.of(1, 2, 3), "around", 3, "pictures").check("conv", problems);
    new Pool(List.of("x"), PoolTime.Kind.MAX, List.of(3), List.of(), "2").check("pool", problems);
    assertThat(problems.found())
        .containsExactly(
            new Problem("conv.kernel", "expected one number, or two: down and across, found 3"),
            new Problem(
                "conv.padding",
                "expected same, valid or the number of zeros on each side, found 'around'"),
            new Problem("conv.groups", "8 filters cannot be shared out to 3 groups alike"),
            new Problem(
                "pool.padding",
                "2 places on each side, more than half of a window; some would see nothing"));
  }

  record Config(GraphSpec graph) {}

  private static GraphSpec parse(String yaml) {
    return new ConfigLoader<>(Config.class)
        .load(new ConfigText("test.yaml", yaml), List.of(), List.of())
        .config()
        .graph();
  }

  @Test
  void yaml() {
    GraphSpec graph =
        parse(
            """
            graph:
              conv: {layer: conv, input: pictures, filters: 8, kernel: [5, 3], padding: 2, activation: relu}
              norm: {layer: batch-norm, input: conv, momentum: 0.99, activation: elu}
              pool: {vertex: pool, input: norm, kind: mean, size: 3, stride: [2, 1]}
              mean: {vertex: global-pool, input: pool}
              flat: {vertex: flatten, input: pool}
              time: {layer: conv1d, input: flat, filters: 4, causal: true}
            """);
    Map<String, NodeSpec> nodes = graph.nodes();
    LayerOptions relu =
        new LayerOptions(0, PLAIN.weightInit(), Optional.of(Activation.RELU), 0, false);
    assertThat(nodes.get("conv"))
        .isEqualTo(
            new Conv(
                List.of("pictures"), 8, List.of(5, 3), List.of(1), "2", List.of(1), 1, true, relu));
    assertThat(nodes.get("norm"))
        .isEqualTo(new BatchNorm(List.of("conv"), 0.99, Optional.of(Activation.ELU), false));
    assertThat(nodes.get("pool"))
        .isEqualTo(
            new Pool(List.of("norm"), PoolTime.Kind.MEAN, List.of(3), List.of(2, 1), "valid"));
    assertThat(nodes.get("mean")).isEqualTo(new GlobalPool(List.of("pool"), PoolTime.Kind.MEAN));
    assertThat(nodes.get("flat")).isEqualTo(new Flatten(List.of("pool")));
    assertThat(nodes.get("time")).isEqualTo(new Conv1d(List.of("flat"), 4, 3, 1, true, PLAIN));
  }
}
