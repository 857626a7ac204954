package org.unroll.datasets.image;

import java.util.List;
import java.util.Optional;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("What is made of every picture that is read.")
public record PictureConfig(
    @Doc("Height and width, in pixels, that every picture is given, such as [64, 64].")
        @Range(min = 1, max = 4096)
        List<Integer> size,
    @Doc("One channel of grey in place of red, green and blue.") @Default("false") boolean grey,
    @Doc(
            "How a picture of another form is given the size: cover (its middle fills it), pad (all of it, on black) or stretch.")
        @Default("cover")
        Fit resize,
    @Doc("Cut out of every picture after it was given the size, such as a road without the sky.")
        Optional<RegionConfig> region,
    @Default("{}") AugmentConfig augment,
    @Doc(
            "What its numbers become: fitted (mean 0 and deviation 1 over the training pictures), or"
                + " as a pretrained net was trained: caffe (VGG, ResNet), tf (MobileNet,"
                + " Inception), torch (DenseNet) or none (0 to 255).")
        @Default("fitted")
        Scaling scale)
    implements Checked {

  /** Scaled by the training pictures. */
  public PictureConfig(
      List<Integer> size,
      boolean grey,
      Fit resize,
      Optional<RegionConfig> region,
      AugmentConfig augment) {
    this(size, grey, resize, region, augment, Scaling.FITTED);
  }

  @Override
  public void check(String path, Problems problems) {
    if (size.size() != 2) {
      problems.add(path + ".size", "expected height and width, such as [64, 64], found " + size);
    } else if (region.isPresent() && !isInside(region.get())) {
      problems.add(
          path + ".region", "sticks out of a picture of " + size + ", its height and width");
    }
    if (grey && scale.isOfColours()) {
      problems.add(path + ".scale", "it is one of colours; remove grey: true");
    }
  }

  private boolean isInside(RegionConfig part) {
    return part.top() + part.height() <= size.get(0) && part.left() + part.width() <= size.get(1);
  }

  /** Of every picture in memory: of its region, if it has one. */
  public PictureSize pictureSize() {
    int height = region.map(RegionConfig::height).orElse(size.get(0));
    int width = region.map(RegionConfig::width).orElse(size.get(1));
    return new PictureSize(grey ? 1 : 3, height, width);
  }
}
