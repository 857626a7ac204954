package org.unroll.datasets.image;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.unroll.core.layer.image.PictureSize;

/**
 * What the numbers of pictures become before a net sees them. A pretrained net wants those that it
 * was trained with; the names and what they do are Keras's {@code preprocess_input}.
 */
public enum Scaling {
  /** Mean 0 and deviation 1 over the training pictures. */
  FITTED,
  /** Blue, green and red, less the means over ImageNet: VGG16, VGG19, ResNet50. */
  CAFFE,
  /** From -1 to 1: MobileNet, Inception, Xception, ResNet50V2. */
  TF,
  /** Mean 0 and deviation 1 over ImageNet: DenseNet, and nets of PyTorch. */
  TORCH,
  /** From 0 to 255, for nets that scale by themselves. */
  NONE;

  private static final List<Double> CAFFE_MEANS = List.of(123.68, 116.779, 103.939); // red first
  private static final List<Double> TORCH_MEANS = List.of(0.485 * 255, 0.456 * 255, 0.406 * 255);
  private static final List<Double> TORCH_DEVIATIONS =
      List.of(0.229 * 255, 0.224 * 255, 0.225 * 255);

  /** Whether it treats red, green and blue differently. */
  boolean isOfColours() {
    return this == CAFFE || this == TORCH;
  }

  /** The scale, if it does not follow from the training pictures. */
  public Optional<PictureScale> fixed(PictureSize size) {
    return switch (this) {
      case FITTED -> Optional.empty();
      case CAFFE -> Optional.of(new PictureScale(CAFFE_MEANS, List.of(1.0, 1.0, 1.0), true));
      case TF -> Optional.of(alike(size, 127.5, 127.5));
      case TORCH -> Optional.of(new PictureScale(TORCH_MEANS, TORCH_DEVIATIONS));
      case NONE -> Optional.of(alike(size, 0, 1));
    };
  }

  private static PictureScale alike(PictureSize size, double mean, double deviation) {
    int channels = size.channels();
    return new PictureScale(
        Collections.nCopies(channels, mean), Collections.nCopies(channels, deviation));
  }
}
