package org.unroll.core.graph;

import static org.junit.jupiter.api.Named.named;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Attention;
import org.unroll.core.graph.node.BatchNorm;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Conv;
import org.unroll.core.graph.node.Conv1d;
import org.unroll.core.graph.node.ConvRecurrent;
import org.unroll.core.graph.node.Flatten;
import org.unroll.core.graph.node.GlobalPool;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.Pool;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Pretrained;
import org.unroll.core.graph.node.Regions;
import org.unroll.core.graph.node.Repeat;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.pretrained.KerasNets;

/** Those of {@link GraphCases} that read pictures, one an example or one a step. */
final class PictureCases {
  private static final Shape.Picture PICTURE = new Shape.Picture(2, 6, 5);
  private static final Shape.Frames FRAMES = new Shape.Frames(2, 5, 4);

  private PictureCases() {}

  static List<Named<GraphCases.Case>> all() {
    return Stream.of(pictures(), frames(), overTime(), cells(), pretrained())
        .flatMap(List::stream)
        .toList();
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

  static BatchNorm norm(Activation activation, String input) {
    return new BatchNorm(List.of(input), 0.9, Optional.of(activation), false);
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

  static Flatten flatten(String input) {
    return new Flatten(List.of(input));
  }

  /** What is made of an example depends on the others of its part of the batch. */
  static List<Named<GraphCases.Case>> batchNorms() {
    return List.of(
        on(
            PICTURE,
            "batch-norm on pictures and vectors",
            "conv",
            conv(3, Activation.IDENTITY, "pictures"),
            "norm",
            norm(Activation.RELU, "conv"),
            "mean",
            globalPool(PoolTime.Kind.MEAN, "norm"),
            "again",
            norm(Activation.TANH, "mean"),
            "output",
            softmax("again")),
        on(
            FRAMES,
            "batch-norm on frames and steps",
            "norm",
            norm(Activation.IDENTITY, "pictures"),
            "conv",
            conv(3, Activation.TANH, "norm"),
            "again",
            norm(Activation.RELU, "conv"),
            "largest",
            globalPool(PoolTime.Kind.MAX, "again"),
            "steps",
            norm(Activation.IDENTITY, "largest"),
            "cell",
            lstm(3, "steps"),
            "output",
            softmax("cell")));
  }

  /** The score depends on statistics whose gradient is zero by definition. */
  static GraphCases.Case frozenBatchNorm() {
    BatchNorm frozen = new BatchNorm(List.of("pictures"), 0.9, Optional.of(Activation.ELU), true);
    return new GraphCases.Case(
        ports("pictures", PICTURE),
        spec("norm", frozen, "flat", flatten("norm"), "output", softmax("flat")));
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
            regression("hidden")),
        on(
            PICTURE,
            "places looked at",
            "map",
            windowed(3, List.of(2), List.of(2), "valid", Activation.TANH, "pictures"),
            "places",
            new Regions(List.of("map")),
            "read",
            lstm(3, "places"),
            "mean",
            globalPool(PoolTime.Kind.MEAN, "map"),
            "question",
            new Regions(List.of("mean")),
            "looked",
            SequencePartsCases.attention(Attention.Score.ADDITIVE, "question", "places"),
            "last",
            lastStep("looked"),
            "state",
            finalState("read"),
            "both",
            concat("mean", "last", "state"),
            "output",
            softmax("both")));
  }

  private static List<Named<GraphCases.Case>> pretrained() {
    String smooth = KerasNets.smoothFile();
    Pretrained read = new Pretrained(List.of("pictures"), smooth, Optional.empty(), false);
    return List.of(
        on(PICTURE, "pretrained", "net", read, "flat", flatten("net"), "output", softmax("flat")),
        on(
            new Shape.Frames(3, 12, 10),
            "pretrained, by frame",
            "net",
            new Pretrained(List.of("pictures"), KerasNets.vggFile(), Optional.of("fc"), false),
            "cell",
            lstm(3, "net"),
            "output",
            softmax("cell")),
        on(FRAMES, "pretrained up to frames", "net", read, "output", softmax("net")));
  }

  private static Conv1d overTime(int kernel, int dilation, boolean causal, String input) {
    return new Conv1d(List.of(input), 3, kernel, dilation, causal, activated(Activation.TANH));
  }

  private static List<Named<GraphCases.Case>> overTime() {
    return List.of(
        on(
            new Shape.Sequence(3),
            "convolutions over time",
            "first",
            overTime(3, 1, false, "pictures"),
            "second",
            overTime(2, 2, true, "first"),
            "third",
            overTime(4, 1, false, "second"),
            "long",
            overTime(9, 3, true, "third"),
            "output",
            softmax("long")),
        on(
            new Shape.Sequence(2),
            "a large convolution over time on a small layer",
            "small",
            dense(2, Activation.TANH, "pictures"),
            "time",
            overTime(4, 1, true, "small"),
            "output",
            softmax("time")),
        on(
            FRAMES,
            "frames over time",
            "conv",
            conv(2, Activation.RELU, "pictures"),
            "time",
            overTime(3, 1, true, "conv"),
            "cell",
            lstm(3, "time"),
            "end",
            finalState("cell"),
            "output",
            softmax("end")));
  }

  private static ConvRecurrent recurrent(ConvRecurrent.ConvCell cell, int filters, String input) {
    return new ConvRecurrent(
        cell, List.of(input), filters, 3, OptionalDouble.empty(), InitialWeights.ORTHOGONAL, PLAIN);
  }

  private static List<Named<GraphCases.Case>> cells() {
    return List.of(
        on(
            FRAMES,
            "conv-lstm",
            "cell",
            recurrent(ConvRecurrent.ConvCell.CONV_LSTM, 2, "pictures"),
            "mean",
            globalPool(PoolTime.Kind.MEAN, "cell"),
            "end",
            lastStep("mean"),
            "output",
            softmax("end")),
        on(
            FRAMES,
            "conv-gru per step",
            "cell",
            recurrent(ConvRecurrent.ConvCell.CONV_GRU, 3, "pictures"),
            "half",
            pool(PoolTime.Kind.MEAN, "cell"),
            "output",
            softmax("half")));
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

  /** Words or numbers about a picture, which a net of convolutions reads once. */
  static GraphSpec captioned() {
    return spec(
        "conv", conv(3, Activation.RELU, "picture"),
        "half", pool(PoolTime.Kind.MAX, "conv"),
        "norm", norm(Activation.TANH, "half"),
        "flat", flatten("norm"),
        "state", dense(4, Activation.TANH, "flat"),
        "mean", globalPool(PoolTime.Kind.MEAN, "norm"),
        "beside", new Repeat(List.of("mean"), "previous"),
        "joined", concat("previous", "beside"),
        "decoder", starting(Cell.GRU, 4, Optional.of("state"), "joined"),
        "output", regression("decoder"));
  }

  /** Words about a clip, each of whose frames is read by convolutions. */
  static GraphSpec told() {
    return spec(
        "cell", recurrent(ConvRecurrent.ConvCell.CONV_GRU, 2, "clip"),
        "conv", conv(3, Activation.RELU, "cell"),
        "largest", globalPool(PoolTime.Kind.MAX, "conv"),
        "encoder", lstm(4, "largest"),
        "state", stateWithMemory("encoder"),
        "embed", embedding(3, "tokens"),
        "decoder", starting(Cell.LSTM, 4, Optional.of("state"), "embed"),
        "output", softmax("decoder"));
  }
}
