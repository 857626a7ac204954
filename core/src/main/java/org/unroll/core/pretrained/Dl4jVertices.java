package org.unroll.core.pretrained;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.unroll.core.layer.image.FlattenPicture;
import org.unroll.core.layer.image.PadPicture;
import org.unroll.core.layer.sequence.Join;

/** From vertices and preprocessors of DL4J, and vertices of ours, to kinds. */
final class Dl4jVertices {
  private Dl4jVertices() {}

  static Kind kind(GraphVertex vertex) {
    if (vertex instanceof ElementWiseVertex sum && sum.getOp() == ElementWiseVertex.Op.Add) {
      return new Kind.Joining(Join.How.ADD);
    }
    if (vertex instanceof MergeVertex merge && merge.getMergeAxis() == 1) {
      return new Kind.Joining(Join.How.CONCAT);
    }
    if (vertex instanceof Join join) {
      return new Kind.Joining(join.how());
    }
    if (vertex instanceof FlattenPicture) {
      return new Kind.Flattening();
    }
    if (vertex instanceof PadPicture pad) {
      return new Kind.Padding(pad.zeros());
    }
    return new Kind.Unknown(vertex.getClass().getSimpleName());
  }

  /** Channel after channel, as we do. */
  static boolean flattens(InputPreProcessor between) {
    return between instanceof CnnToFeedForwardPreProcessor flat
        && flat.getFormat() != CNN2DFormat.NHWC;
  }

  /** Whether it makes pictures of what the net is given, which are pictures here already. */
  static boolean isOfPictures(InputPreProcessor between) {
    return between instanceof FeedForwardToCnnPreProcessor
        || between instanceof RnnToCnnPreProcessor;
  }
}
