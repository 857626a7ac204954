package org.unroll.datasets.image;

import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("How training pictures are changed by chance, anew in every epoch; others never are.")
public record AugmentConfig(
    @Doc("Pixels by which a picture is moved at most, up or down and left or right.")
        @Default("0")
        @Range(min = 0, max = 1024)
        int crop,
    @Doc("Mirror every other picture, left to right.") @Default("false") boolean flip,
    @Doc(
            "Share by which brightness and contrast change at most, such as 0.2; of brightness, a share of the way from black to white.")
        @Default("0")
        @Range(min = 0, max = 1)
        double jitter) {
  /** Nothing is changed. */
  public static final AugmentConfig NONE = new AugmentConfig(0, false, 0);
}
