package org.unroll.core.graph.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.layer.Frozen;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.pretrained.Extent;
import org.unroll.core.pretrained.Kind;
import org.unroll.core.pretrained.LayerKind;
import org.unroll.core.pretrained.Piece;
import org.unroll.core.pretrained.PretrainedNet;

/** The layers and vertices of a {@link Pretrained}, while they are added to a graph. */
final class PretrainedParts {
  private final GraphAssembly graph;
  private final String node;
  private final String source;
  private final Optional<Frozen> frozen;
  private final boolean still;
  private final Map<String, String> outputs = new HashMap<>(); // DL4J's names of what pieces give

  PretrainedParts(GraphAssembly graph, String node, String source, Optional<Frozen> frozen) {
    this.graph = graph;
    this.node = node;
    this.source = source;
    this.frozen = frozen;
    this.still = frozen.isPresent() && graph.isGiven(source);
  }

  /** DL4J's name; a node's own name cannot have the dot. */
  static String name(String node, Piece piece) {
    return node + "." + piece.name().replace('/', '.');
  }

  /**
   * @return DL4J's name of the output
   */
  String add(PretrainedNet net, PictureSize size) {
    Map<String, Extent> extents = net.extents(size);
    String last = graph.output(source);
    for (Piece piece : net.pieces()) {
      last = add(piece, PretrainedNet.inputs(piece, size, extents).get(0));
      outputs.put(piece.name(), last);
    }
    return last;
  }

  private String add(Piece piece, Extent input) {
    String[] reads = reads(piece.inputs());
    boolean isFlat = graph.shape(source).hasSteps() || !input.picture();
    if (piece.kind() instanceof Kind.Same || piece.kind() instanceof Kind.Flattening && isFlat) {
      return reads[0];
    }
    String name = name(node, piece);
    if (piece.kind() instanceof LayerKind kind && still) {
      graph.addStill(name, kind.layer(input, frozen), reads[0]);
    } else if (piece.kind() instanceof LayerKind kind) {
      graph.add(name, kind.layer(input, frozen), reads[0]);
    } else if (still) {
      graph.addStill(name, ((Kind.OfVertex) piece.kind()).vertex(input), reads);
    } else {
      graph.add(name, ((Kind.OfVertex) piece.kind()).vertex(input), reads);
    }
    return name;
  }

  private String[] reads(List<String> inputs) {
    String[] reads = new String[inputs.size()];
    for (int i = 0; i < reads.length; i++) {
      reads[i] = outputs.getOrDefault(inputs.get(i), graph.output(source));
    }
    return reads;
  }
}
