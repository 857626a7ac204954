package org.unroll.core.graph.node;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.UserError;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.pretrained.Extent;
import org.unroll.core.pretrained.LayerKind;
import org.unroll.core.pretrained.NetWeights;
import org.unroll.core.pretrained.Piece;
import org.unroll.core.pretrained.PretrainedException;
import org.unroll.core.pretrained.PretrainedNet;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Variant;

/**
 * A net that was trained before, up to one of its layers, on pictures or on each frame. Its layers
 * become ours, called {@code <node>.<layer>} in the graph; its dropout is left out. A saved graph
 * holds them and their weights, so the file is needed once, to begin a training.
 *
 * @param frozen whether weights and running statistics stay; if nothing below is trained, no
 *     backward pass goes through it
 * @param thaw when they do no longer
 */
@Variant(
    key = "layer",
    names = {"pretrained"})
@Doc(
    "A net trained before, of Keras (.h5) or DL4J (.zip), on pictures or each frame. It wants"
        + " pictures scaled as in its training: set picture.scale.")
public record Pretrained(
    @Doc("Pictures or frames.") List<String> input,
    @Doc("The net: a whole model of Keras 2 (.h5), or of DL4J (.zip), such as a run's model.zip.")
        String file,
    @Doc(
            "The last layer that is used; default the one before the first flatten or dense layer,"
                + " or the last.")
        Optional<String> cut,
    @Doc("Do not change its weights and running statistics; false to train them on.")
        @Default("true")
        boolean frozen,
    @Doc("Frozen at first, then trained: fine-tuning. In place of frozen.") Optional<Thaw> thaw)
    implements NodeSpec, Checked {

  /** For good, if it is frozen. */
  public Pretrained(List<String> input, String file, Optional<String> cut, boolean frozen) {
    this(input, file, cut, frozen, Optional.empty());
  }

  @Override
  public void check(String path, Problems problems) {
    if (!frozen && thaw.isPresent()) {
      problems.add(path + ".thaw", "frozen: false trains it from the start; remove one of the two");
    }
  }

  @Override
  public Optional<Path> shapedBy() {
    return Optional.of(Path.of(file));
  }

  private PretrainedNet net() {
    return PretrainedNet.read(Path.of(file), cut);
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape.Pictures pictures = Shapes.pictures("pretrained", inputs);
    try {
      PretrainedNet net = net();
      Map<String, Extent> extents = net.extents(pictures.pictureSize());
      Extent last = extents.get(last(net));
      return last.picture() ? pictures.of(last.size()) : pictures.resized(last.size().channels());
    } catch (PretrainedException e) {
      throw switch (e.key()) {
        case FILE -> new ShapeException("file", e.getMessage());
        case CUT -> new ShapeException("cut", e.getMessage());
        case INPUT -> new ShapeException(0, e.getMessage());
      };
    }
  }

  private static String last(PretrainedNet net) {
    return net.pieces().get(net.pieces().size() - 1).name();
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    PretrainedNet net = net();
    String source = input.get(0);
    PretrainedParts parts = new PretrainedParts(graph, name, source, Thaw.updater(frozen, thaw));
    graph.rename(name, parts.add(net, graph.pictureSize(source)));
  }

  @Override
  public void start(ComputationGraph graph, GraphPlan plan, String name) {
    PretrainedNet net = net();
    PictureSize size = ((Shape.Pictures) plan.shapes().get(input.get(0))).pictureSize();
    Map<String, Extent> extents = net.extents(size);
    try (NetWeights weights = net.weights()) {
      for (Piece piece : net.pieces()) {
        if (piece.kind() instanceof LayerKind) {
          Extent first = PretrainedNet.inputs(piece, size, extents).get(0);
          Layer layer = graph.getLayer(PretrainedParts.name(name, piece));
          set(layer, weights.of(piece, first), piece);
        }
      }
    }
  }

  private void set(Layer layer, Map<String, INDArray> weights, Piece piece) {
    layer
        .paramTable()
        .forEach(
            (key, parameter) -> {
              INDArray given = weights.get(key);
              if (given == null || !fits(given, parameter)) {
                throw new UserError(
                    "%s: the weights '%s' of layer '%s' are %s, and this net takes %s; the file is damaged, or the input has another size than the net was made for"
                        .formatted(
                            file,
                            key,
                            piece.layer(),
                            given == null ? "missing" : Arrays.toString(given.shape()),
                            Arrays.toString(parameter.shape())));
              }
              parameter.assign(given.reshape(parameter.shape()));
            });
  }

  /** A bias may be a row or a vector. */
  private static boolean fits(INDArray given, INDArray parameter) {
    return Arrays.equals(given.shape(), parameter.shape())
        || parameter.isVectorOrScalar()
            && given.isVectorOrScalar()
            && given.length() == parameter.length();
  }
}
