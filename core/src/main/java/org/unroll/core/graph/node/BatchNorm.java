package org.unroll.core.graph.node;

import java.util.List;
import java.util.Optional;
import org.unroll.core.layer.Frozen;
import org.unroll.core.layer.image.BatchNormalization;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/** Batch normalisation of channels, or of the numbers of vectors; the shape stays. */
@Variant(
    key = "layer",
    names = {"batch-norm"})
@Doc(
    "Batch normalisation of the channels of pictures and frames, or of the numbers of vectors and"
        + " steps (Ioffe & Szegedy 2015).")
public record BatchNorm(
    @Doc("Pictures, frames, vectors or a sequence.") List<String> input,
    @Doc("Share of the running statistics that a step keeps; they hold outside of training.")
        @Default("0.9")
        @Range(min = 0, below = 1)
        double momentum,
    @Doc("The activation function, default identity.") Optional<Activation> activation,
    @Doc("Do not change scale, shift and running statistics; these hold in training too.")
        @Default("false")
        boolean frozen,
    @Doc("Frozen at first, then trained.") Optional<Thaw> thaw)
    implements NodeSpec {

  /** For good, if it is frozen. */
  public BatchNorm(
      List<String> input, double momentum, Optional<Activation> activation, boolean frozen) {
    this(input, momentum, activation, frozen, Optional.empty());
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape input = Shapes.only("batch-norm", inputs);
    if (!(input instanceof Shape.Pictures)) {
      Shapes.requireVectors("batch-norm", 0, input);
    }
    return input;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String source = input.get(0);
    Shape shape = graph.shape(source);
    PictureSize size =
        shape instanceof Shape.Pictures pictures
            ? pictures.pictureSize()
            : PictureSize.vector(shape.size());
    Optional<Frozen> updater = Thaw.updater(frozen, thaw);
    BatchNormalization.Builder layer =
        new BatchNormalization.Builder(
                size, momentum, activation.orElse(Activation.IDENTITY).function())
            .fixed(updater.isPresent());
    updater.ifPresent(layer::updater);
    graph.add(name, layer, graph.output(source));
  }
}
