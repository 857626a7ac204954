package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.caption.PictureContent.Features;
import org.unroll.datasets.catalog.CacheFolder;
import org.unroll.datasets.image.Picture;

class FeatureStoreTest {
  private static final long LARGE = 1_000_000;
  private static final Picture FIRST = picture(1);
  private static final Features GIVEN =
      new Features(2, new float[] {1.5f, -0f, Float.MIN_VALUE, 1e30f, 0.1f, 7});

  @TempDir private Path place;

  private final List<String> notices = new ArrayList<>();

  private static Picture picture(int level) {
    return new Picture(new PictureSize(1, 2, 1), new byte[] {(byte) level, 3});
  }

  private Path folder() {
    return place.resolve("features");
  }

  private FeatureStore store(String net, long limit) {
    return new FeatureStore(new CacheFolder(folder(), FeatureStore.KIND, limit), net, notices::add);
  }

  private FeatureStore store() {
    return store("net", LARGE);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.toList();
    }
  }

  private static Optional<float[]> found(FeatureStore store, Picture picture) {
    return store.find(picture, 2, 3).map(Features::numbers);
  }

  @Test
  void whatWasKeptIsFoundToTheBit() {
    FeatureStore store = store();
    assertThat(found(store, FIRST)).isEmpty();
    store.keep(FIRST, GIVEN);
    store.tell();

    FeatureStore another = store();
    assertThat(found(another, FIRST).orElseThrow()).isEqualTo(GIVEN.numbers());
    another.tell();
    assertThat(notices)
        .containsExactly(
            "features of 1 pictures: 0 taken from %s, 1 computed".formatted(folder()),
            "features of 1 pictures: 1 taken from %s, 0 computed".formatted(folder()));
  }

  @Test
  void thoseOfAnotherNetOrPictureAreNot() {
    store().keep(FIRST, GIVEN);

    assertThat(found(store("other", LARGE), FIRST)).isEmpty();
    assertThat(found(store(), picture(2))).isEmpty();
    Picture turned = new Picture(new PictureSize(1, 1, 2), FIRST.pixels());
    assertThat(found(store(), turned)).isEmpty();
  }

  @Test
  void damagedOnesAreComputedAgain() throws IOException {
    store().keep(FIRST, GIVEN);
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 3) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);
      assertThat(found(store(), FIRST)).as("byte " + at).isEmpty();
      Files.write(file, Arrays.copyOf(whole, at));
      assertThat(found(store(), FIRST)).as("cut at " + at).isEmpty();
    }
    store().keep(FIRST, GIVEN);
    assertThat(found(store(), FIRST)).isPresent();
  }

  @Test
  void theFolderMayBeDeletedAtAnyTime() throws IOException {
    FeatureStore store = store();
    store.keep(FIRST, GIVEN);
    Files.delete(files().get(0));
    Files.delete(folder());
    assertThat(found(store, FIRST)).isEmpty();
    store.keep(FIRST, GIVEN);
    assertThat(found(store, FIRST)).isPresent();
  }

  @Test
  void whereNothingCanBeKeptOneLineSaysSo() throws IOException {
    Files.writeString(folder(), "a file in the way");
    FeatureStore store = store();
    store.keep(FIRST, GIVEN);
    store.keep(picture(2), GIVEN);
    assertThat(notices).hasSize(1).first().asString().contains("cannot keep features", "features");
  }

  @Test
  void noMoreIsKeptThanAllowed() throws IOException {
    long one = 12 + 4 * GIVEN.numbers().length;
    FeatureStore store = store("net", 3 * one);
    for (int i = 0; i < 9; i++) {
      store.keep(picture(i), GIVEN);
    }
    store.tell();
    assertThat(files()).hasSize(3);
    assertThat(notices).last().asString().startsWith("deleted the features of 6 pictures");
    store("off", 0).keep(FIRST, GIVEN);
    assertThat(files()).hasSize(3);
  }
}
