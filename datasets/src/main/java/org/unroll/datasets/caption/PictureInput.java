package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.image.PictureScale;
import org.unroll.datasets.image.PictureView;
import org.unroll.datasets.image.Scaling;

/** What a net reads of pictures; fitted on the training pictures. Immutable and thread-safe. */
public sealed interface PictureInput permits PixelInput, FeatureInput {
  /** File of what is known of features. */
  String FEATURES = "picture-features.json";

  /**
   * Learns from the training pictures: of pixels their scale, of features how many there are.
   *
   * @param size of the pictures, as the config has it
   * @param scaling of the pixels, as the config has it
   * @throws UserError if they are not all alike
   */
  static PictureInput fit(List<CaptionedPicture> training, PictureSize size, Scaling scaling) {
    PictureInput input =
        training.get(0).content() instanceof PictureContent.Features features
            ? new FeatureInput(features.regions() > 1, features.size())
            : PixelInput.fit(training, size, scaling);
    training.forEach(picture -> input.require(picture.name(), picture.content()));
    return input;
  }

  /** Reads what {@link #save} wrote. */
  static PictureInput load(Path folder, PictureSize size) {
    Path features = folder.resolve(FEATURES);
    return Files.exists(features)
        ? Json.read(features, FeatureInput.class)
        : new PixelInput(size, PictureScale.load(folder));
  }

  /** Writes a file into an existing folder. */
  void save(Path folder) throws IOException;

  /** Of the graph's input. */
  Shape shape();

  /**
   * @throws UserError if a net that reads this cannot read it
   */
  void require(String name, PictureContent content);

  /**
   * A batch.
   *
   * @param views how each is seen; features have no look
   * @return {@code [b, channels, height, width]}, {@code [b, n]} or, of regions, {@code [b, n,
   *     regions]}
   */
  INDArray numbers(List<PictureContent> contents, PictureView[] views);

  /** Of regions, {@code [b, regions]}. */
  Optional<INDArray> mask(List<PictureContent> contents);
}
