package org.unroll.apps.caption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unroll.core.app.Net;
import org.unroll.core.run.ModelBundle;
import org.unroll.datasets.caption.PictureBatches;
import org.unroll.datasets.caption.PictureContent;
import org.unroll.datasets.caption.PictureInput;

/** A trained net that gives features of pictures. Owned by the thread that made it. */
final class PictureEncoder {
  static final String FILE = "encoder.zip";
  private static final int BATCH = 32; // pictures at once

  private final byte[] bundle;
  private final Net net;
  private final KeptFeatures kept;
  private final PictureInput input;

  private PictureEncoder(byte[] bundle, Net net, KeptFeatures kept, PictureInput input) {
    this.bundle = bundle;
    this.net = net;
    this.kept = kept;
    this.input = input;
  }

  /**
   * @param file a {@link ModelBundle}
   */
  static PictureEncoder read(Path file, KeptFeatures kept, PictureInput input) {
    try {
      return new PictureEncoder(
          Files.readAllBytes(file), new Net(ModelBundle.readGraph(file)), kept, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void save(Path folder) throws IOException {
    Files.write(folder.resolve(FILE), bundle);
  }

  /** Of each picture, in their order. */
  List<PictureContent> features(List<PictureContent> pictures) {
    PictureContent[] features = new PictureContent[pictures.size()];
    net.outputs(
        kept.node(),
        new PictureBatches(input, pictures).all(BATCH),
        (picture, numbers) ->
            features[picture] = new PictureContent.Features(kept.places(), byPlace(numbers)));
    return new ArrayList<>(Arrays.asList(features));
  }

  /** From {@code [channels, places]} to {@code [places, channels]}. */
  private float[] byPlace(float[] numbers) {
    int places = kept.places();
    int channels = numbers.length / places;
    float[] turned = new float[numbers.length];
    for (int channel = 0; channel < channels; channel++) {
      for (int place = 0; place < places; place++) {
        turned[place * channels + channel] = numbers[channel * places + place];
      }
    }
    return turned;
  }
}
