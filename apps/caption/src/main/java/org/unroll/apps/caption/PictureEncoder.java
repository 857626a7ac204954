package org.unroll.apps.caption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.unroll.core.app.Net;
import org.unroll.datasets.caption.FeatureStore;
import org.unroll.datasets.caption.PictureBatches;
import org.unroll.datasets.caption.PictureContent;
import org.unroll.datasets.caption.PictureInput;
import org.unroll.datasets.image.Picture;

/** A trained net that gives features of pictures. Owned by the thread that made it. */
final class PictureEncoder {
  static final String FILE = "encoder.zip";
  private static final int BATCH = 32; // pictures at once

  private final byte[] bundle;
  private final Net net;
  private final KeptFeatures kept;
  private final PictureInput input;
  private final Optional<FeatureStore> store;

  private PictureEncoder(
      byte[] bundle, Net net, KeptFeatures kept, PictureInput input, Optional<FeatureStore> store) {
    this.bundle = bundle;
    this.net = net;
    this.kept = kept;
    this.input = input;
    this.store = store;
  }

  /**
   * @param file a {@link org.unroll.core.run.ModelBundle}
   * @param net that is in it
   * @param stores makes the place where features are kept, for what tells the net from others;
   *     empty if none are
   */
  static PictureEncoder read(
      Path file,
      Net net,
      KeptFeatures kept,
      PictureInput input,
      Optional<Function<String, FeatureStore>> stores) {
    try {
      Optional<FeatureStore> store =
          stores.map(each -> each.apply(net.digest(kept.node()) + "\n" + input));
      String purpose = stores.isPresent() ? "caching features" : "computing features";
      return new PictureEncoder(Files.readAllBytes(file), net.doing(purpose), kept, input, store);
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
    for (int i = 0; i < features.length; i++) {
      features[i] = stored(pictures.get(i)).orElse(null);
    }
    int[] missing = IntStream.range(0, features.length).filter(i -> features[i] == null).toArray();
    if (missing.length > 0) {
      long began = System.nanoTime();
      List<PictureContent> asked = IntStream.of(missing).mapToObj(pictures::get).toList();
      net.outputs(
          kept.node(),
          new PictureBatches(input, asked).all(BATCH),
          (picture, numbers) -> features[missing[picture]] = computed(asked.get(picture), numbers));
      store.ifPresent(each -> each.took((System.nanoTime() - began) / 1e9));
    }
    return List.of(features);
  }

  /** Tells the user where the features since the last time came from. */
  void tell() {
    store.ifPresent(FeatureStore::tell);
  }

  private Optional<PictureContent> stored(PictureContent picture) {
    return store.flatMap(each -> each.find(pixels(picture), kept.places(), kept.numbers()));
  }

  private PictureContent computed(PictureContent picture, float[] numbers) {
    PictureContent.Features features = new PictureContent.Features(kept.places(), byPlace(numbers));
    store.ifPresent(each -> each.keep(pixels(picture), features));
    return features;
  }

  /** An encoder reads nothing else. */
  private static Picture pixels(PictureContent content) {
    return ((PictureContent.Pixels) content).picture();
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
