package org.unroll.core.graph;

import static org.junit.jupiter.api.Named.named;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Conv;
import org.unroll.core.graph.node.Flatten;
import org.unroll.core.graph.node.GlobalPool;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.Pool;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Shape;

/** Those of {@link GraphCases} that read pictures, one an example or one a step. */
final class PictureCases {
  private static final Shape.Picture PICTURE = new Shape.Picture(2, 6, 5);
  private static final Shape.Frames FRAMES = new Shape.Frames(2, 5, 4);

  private PictureCases() {}

  static List<Named<GraphCases.Case>> all() {
    return Stream.of(pictures(), frames()).flatMap(List::stream).toList();
  }

  private static Named<GraphCases.Case> on(Shape shape, String name, Object... nodes) {
    return named(name, new GraphCases.Case(ports("pictures", shape), spec(nodes)));
  }

  private static LayerOptions activated(Activation activation) {
    return new LayerOptions(0, InitialWeights.XAVIER, Optional.of(activation), 0, false);
  }

  static Conv conv(int filters, Activation activation, String input) {
    return windowed(filters, List.of(3), List.of(1), "same", activation, input);
  }

  private static Conv windowed(
      int filters,
      List<Integer> kernel,
      List<Integer> stride,
      String padding,
      Activation activation,
      String input) {
    return new Conv(
        List.of(input),
        filters,
        kernel,
        stride,
        padding,
        List.of(1),
        1,
        true,
        activated(activation));
  }

  private static Conv grouped(int filters, int groups, int dilation, String input) {
    return new Conv(
        List.of(input),
        filters,
        List.of(3, 2),
        List.of(1),
        "same",
        List.of(dilation),
        groups,
        groups == 2,
        activated(Activation.IDENTITY));
  }

  static Pool pool(PoolTime.Kind kind, String input) {
    return new Pool(List.of(input), kind, List.of(2), List.of(), "valid");
  }

  private static Pool overlapping(PoolTime.Kind kind, String padding, String input) {
    return new Pool(List.of(input), kind, List.of(3, 2), List.of(2, 1), padding);
  }

  static GlobalPool globalPool(PoolTime.Kind kind, String input) {
    return new GlobalPool(List.of(input), kind);
  }

  private static Flatten flatten(String input) {
    return new Flatten(List.of(input));
  }

  private static List<Named<GraphCases.Case>> pictures() {
    return List.of(
        on(
            PICTURE,
            "convolutions and pools",
            "first",
            conv(4, Activation.RELU, "pictures"),
            "half",
            pool(PoolTime.Kind.MAX, "first"),
            "second",
            windowed(3, List.of(2), List.of(1), "valid", Activation.TANH, "half"),
            "mean",
            globalPool(PoolTime.Kind.MEAN, "second"),
            "output",
            softmax("mean")),
        on(
            PICTURE,
            "strides and paddings",
            "even",
            windowed(3, List.of(2, 4), List.of(2, 1), "same", Activation.ELU, "pictures"),
            "wide",
            windowed(2, List.of(3, 1), List.of(2, 3), "1", Activation.GELU, "even"),
            "flat",
            flatten("wide"),
            "output",
            softmax("flat")),
        on(
            PICTURE,
            "groups, dilation and joins",
            "four",
            windowed(4, List.of(1), List.of(1), "same", Activation.IDENTITY, "pictures"),
            "halves",
            grouped(4, 2, 2, "four"),
            "each",
            grouped(8, 4, 1, "halves"),
            "dilated",
            grouped(8, 1, 2, "each"),
            "sum",
            add("each", "dilated"),
            "all",
            concat("sum", "pictures"),
            "largest",
            overlapping(PoolTime.Kind.MAX, "1", "all"),
            "means",
            overlapping(PoolTime.Kind.MEAN, "same", "largest"),
            "flat",
            flatten("means"),
            "hidden",
            dense(4, Activation.TANH, "flat"),
            "output",
            regression("hidden")));
  }

  private static List<Named<GraphCases.Case>> frames() {
    return List.of(
        on(
            FRAMES,
            "frames under an lstm",
            "conv",
            conv(3, Activation.RELU, "pictures"),
            "half",
            pool(PoolTime.Kind.MAX, "conv"),
            "flat",
            flatten("half"),
            "cell",
            lstm(4, "flat"),
            "end",
            finalState("cell"),
            "output",
            softmax("end")),
        on(
            FRAMES,
            "frames per step",
            "conv",
            conv(3, Activation.SIGMOID, "pictures"),
            "largest",
            globalPool(PoolTime.Kind.MAX, "conv"),
            "output",
            softmax("largest")),
        on(
            FRAMES,
            "joined frames",
            "conv",
            conv(2, Activation.TANH, "pictures"),
            "sum",
            add("conv", "pictures"),
            "all",
            concat("sum", "conv"),
            "means",
            overlapping(PoolTime.Kind.MEAN, "valid", "all"),
            "deep",
            grouped(4, 2, 1, "means"),
            "cell",
            lstm(3, "deep"),
            "output",
            regression("cell")));
  }
}
