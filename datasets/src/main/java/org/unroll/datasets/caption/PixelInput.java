package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.image.PictureArrays;
import org.unroll.datasets.image.PictureScale;
import org.unroll.datasets.image.PictureView;
import org.unroll.datasets.image.Scaling;

/** Pixels of one size, by channel of mean 0 and deviation 1 over the training pictures. */
public final class PixelInput implements PictureInput {
  private final PictureScale scale;
  private final PictureArrays arrays;

  PixelInput(PictureSize size, PictureScale scale) {
    this.scale = scale;
    this.arrays = new PictureArrays(size, scale);
  }

  static PixelInput fit(List<CaptionedPicture> training, PictureSize size, Scaling scaling) {
    return new PixelInput(size, scaling.fixed(size).orElseGet(() -> scale(training, size)));
  }

  private static PictureScale scale(List<CaptionedPicture> training, PictureSize size) {
    PictureScale.Counts counts = new PictureScale.Counts(size);
    for (CaptionedPicture picture : training) {
      if (picture.content() instanceof PictureContent.Pixels pixels
          && pixels.picture().size().equals(size)) {
        counts.add(pixels.picture().pixels()); // others are refused once it is fitted
      }
    }
    return counts.scale();
  }

  /** All that the numbers of a picture follow from, beside its pixels. */
  @Override
  public String toString() {
    return "PixelInput(%s, %s)".formatted(arrays.size(), scale);
  }

  @Override
  public void save(Path folder) throws IOException {
    scale.save(folder);
  }

  @Override
  public Shape shape() {
    PictureSize size = arrays.size();
    return new Shape.Picture(size.channels(), size.height(), size.width());
  }

  @Override
  public void require(String name, PictureContent content) {
    if (!(content instanceof PictureContent.Pixels pixels)) {
      throw new UserError(name + ": has features, and the net reads pixels; remove data.features");
    }
    PictureSize size = pixels.picture().size();
    if (!size.equals(arrays.size())) {
      throw new UserError(
          "%s: a picture of %s, and the net reads %s: set picture.size and picture.grey so"
              .formatted(name, size.described(), arrays.size().described()));
    }
  }

  @Override
  public INDArray numbers(List<PictureContent> contents, PictureView[] views) {
    byte[][] pixels = new byte[contents.size()][];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = ((PictureContent.Pixels) contents.get(i)).picture().pixels();
    }
    return arrays.pictures(pixels, views);
  }

  @Override
  public Optional<INDArray> mask(List<PictureContent> contents) {
    return Optional.empty();
  }
}
