package org.unroll.datasets.image;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.UserError;
import org.unroll.core.data.Encoded;
import org.unroll.core.data.Padded;

/**
 * Pictures that are the only input of a net, as pictures or as sequences of their rows. They stay
 * bytes until a batch of them is made. Immutable and thread-safe.
 */
public final class EncodedPictures implements Encoded {
  /** What a net reads them as. */
  public enum Form {
    /** {@code [b, channels, height, width]}. */
    PICTURE,
    /** A step a row, {@code [b, channels · width, height]}. */
    ROWS
  }

  private final PictureArrays arrays;
  private final Form form;
  private final byte[][] pictures;
  private final Augmentation augmentation;

  /**
   * @param augmentation of the epochs of training
   * @throws UserError if a picture is of another size, as those of a data set that has its own
   */
  public EncodedPictures(
      PictureArrays arrays, Form form, List<Picture> pictures, Augmentation augmentation) {
    this.arrays = arrays;
    this.form = form;
    this.pictures = pictures.stream().map(this::pixels).toArray(byte[][]::new);
    this.augmentation = augmentation;
  }

  private byte[] pixels(Picture picture) {
    if (!picture.size().equals(arrays.size())) {
      throw new UserError(
          "picture.size, picture.grey: the pictures are %s, the net reads %s"
              .formatted(picture.size().described(), arrays.size().described()));
    }
    return picture.pixels();
  }

  @Override
  public int[] lengths() {
    int[] lengths = new int[pictures.length];
    Arrays.fill(lengths, form == Form.ROWS ? arrays.size().height() : 1);
    return lengths;
  }

  @Override
  public Encoded inEpoch(int epoch) {
    return new Encoded() {
      @Override
      public int[] lengths() {
        return EncodedPictures.this.lengths();
      }

      @Override
      public MultiDataSet arrays(int[] examples, INDArray labels) {
        return seen(examples, labels, example -> augmentation.view(epoch, example));
      }
    };
  }

  @Override
  public MultiDataSet arrays(int[] examples, INDArray labels) {
    return seen(examples, labels, example -> PictureView.WHOLE);
  }

  private MultiDataSet seen(int[] examples, INDArray labels, IntFunction<PictureView> view) {
    byte[][] taken = new byte[examples.length][];
    PictureView[] views = new PictureView[examples.length];
    for (int i = 0; i < examples.length; i++) {
      taken[i] = pictures[examples[i]];
      views[i] = view.apply(examples[i]);
    }
    if (form == Form.PICTURE) {
      return new MultiDataSet(arrays.pictures(taken, views), labels);
    }
    INDArray mask = Nd4j.ones(taken.length, arrays.size().height());
    return new Padded(arrays.rows(taken, views), mask).labelled(labels);
  }
}
