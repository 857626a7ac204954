package org.unroll.core.pretrained;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.unroll.core.layer.image.FlattenPicture;
import org.unroll.core.layer.image.PadPicture;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.layer.sequence.Join;

/** What a piece does. */
public sealed interface Kind permits Kind.OfVertex, Kind.Same, Kind.Unknown, LayerKind {

  /**
   * @param inputs one or more
   * @throws PretrainedException if it cannot take them
   */
  Extent output(List<Extent> inputs);

  /** One that a vertex does. */
  sealed interface OfVertex extends Kind {
    GraphVertex vertex(Extent input);
  }

  /** Zeros around a picture. */
  record Padding(PadPicture.Zeros zeros) implements OfVertex {
    @Override
    public Extent output(List<Extent> inputs) {
      return Extent.picture(zeros.around(PieceSizes.picture("zero padding", inputs)));
    }

    @Override
    public GraphVertex vertex(Extent input) {
      return new PadPicture(input.size(), zeros);
    }
  }

  /** All numbers of a picture as a vector, channel after channel. */
  record Flattening() implements OfVertex {
    @Override
    public Extent output(List<Extent> inputs) {
      Extent input = inputs.get(0);
      return input.picture() ? input.flat() : input;
    }

    @Override
    public GraphVertex vertex(Extent input) {
      return new FlattenPicture();
    }
  }

  /** The sum of pictures or vectors, or one after the other, pictures by their channels. */
  record Joining(Join.How how) implements OfVertex {
    @Override
    public Extent output(List<Extent> inputs) {
      Extent first = inputs.get(0);
      if (how == Join.How.ADD) {
        return first;
      }
      int channels = 0;
      for (Extent input : inputs) {
        if (input.size().channels() == 0) {
          channels = 0;
          break;
        }
        channels += input.size().channels();
      }
      PictureSize size = new PictureSize(channels, first.size().height(), first.size().width());
      return first.picture() ? Extent.picture(size) : Extent.vector(channels);
    }

    @Override
    public GraphVertex vertex(Extent input) {
      return new Join(how);
    }
  }

  /** Nothing: dropout outside of training. */
  record Same() implements Kind {
    @Override
    public Extent output(List<Extent> inputs) {
      return inputs.get(0);
    }
  }

  /**
   * Something that we do not have.
   *
   * @param what for messages, such as {@code Lambda}
   */
  record Unknown(String what) implements Kind {
    @Override
    public Extent output(List<Extent> inputs) {
      throw new IllegalStateException(what + " is refused where a net is cut");
    }
  }
}
