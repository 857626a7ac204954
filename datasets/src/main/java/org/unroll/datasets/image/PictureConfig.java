package org.unroll.datasets.image;

import java.util.List;
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
    @Default("{}") AugmentConfig augment)
    implements Checked {

  @Override
  public void check(String path, Problems problems) {
    if (size.size() != 2) {
      problems.add(path + ".size", "expected height and width, such as [64, 64], found " + size);
    }
  }

  /** Of every picture in memory. */
  public PictureSize pictureSize() {
    return new PictureSize(grey ? 1 : 3, size.get(0), size.get(1));
  }
}
