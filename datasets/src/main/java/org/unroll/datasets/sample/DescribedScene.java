package org.unroll.datasets.sample;

import java.util.List;
import org.unroll.datasets.image.Picture;

/**
 * A generated picture and some of its descriptions.
 *
 * @param name such as {@code train-0001}
 * @param captions distinct
 * @param scene tells whether any other sentence describes it too
 */
public record DescribedScene(String name, Picture picture, List<String> captions, Scene scene) {
  public DescribedScene {
    captions = List.copyOf(captions);
  }
}
