package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Split;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.catalog.Catalog;
import org.unroll.datasets.catalog.DataFolder;
import org.unroll.datasets.catalog.DataStore;
import org.unroll.datasets.catalog.StoreSettings;
import org.unroll.datasets.image.PictureFiles;
import org.unroll.datasets.image.Scaling;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.Cutting;
import org.unroll.datasets.text.Language;
import org.unroll.datasets.text.PairText;

/** Known numbers of the published data set. Runs if UNROLL_MIRROR is a folder that holds it. */
class Flickr8kIT {
  private static final String SET = "flickr8k-128";
  private static final String MIRROR = System.getenv().getOrDefault("UNROLL_MIRROR", "");

  @TempDir private Path cache;
  private final List<String> notices = new ArrayList<>();

  private CaptionSources sources(String data) {
    return new CaptionSources(
        CaptionFolder.data(data),
        PictureFiles.config("{size: [32, 32]}"),
        new DataAccess(true, notices::add));
  }

  private static Set<String> names(List<CaptionedPicture> pictures) {
    Set<String> names = new HashSet<>();
    pictures.forEach(each -> names.add(each.name()));
    return names;
  }

  private static List<String> captions(List<CaptionedPicture> pictures) {
    List<String> captions = new ArrayList<>();
    pictures.forEach(each -> captions.addAll(each.captions()));
    return captions;
  }

  @Test
  void partsArePublishedOnesFromTheArchivesToo() {
    Path mirrored = Path.of(MIRROR).resolve(SET);
    assumeTrue(Files.isDirectory(mirrored), "UNROLL_MIRROR has no " + SET);
    StoreSettings settings =
        StoreSettings.of(Map.of("UNROLL_MIRROR", MIRROR, "UNROLL_CACHE", cache.toString()), true);
    DataFolder folder =
        new DataStore(Catalog.bundled(), settings, new DataAccess(true, notice -> {})).fetch(SET);
    Source<List<CaptionedPicture>> source = sources("source: " + SET).flickr8k(folder);
    List<CaptionedPicture> train = source.read(Split.TRAIN);
    Set<String> names = names(train);
    assertThat(names).hasSize(6_000);
    assertThat(captions(train)).hasSize(30_000);
    for (Split part : List.of(Split.VALIDATION, Split.TEST)) {
      List<CaptionedPicture> pictures = source.read(part);
      assertThat(captions(pictures)).hasSize(5_000);
      names.addAll(names(pictures));
    }
    assertThat(names).hasSize(8_000);
    assertThat(notices)
        .hasSize(3)
        .anyMatch(told -> told.contains("5 of 40460 rows bad") && told.contains(".jpg.1"))
        .anyMatch(told -> told.equals("91 pictures with captions are in no part"))
        .anyMatch(told -> told.startsWith("decoding 6,000 pictures of"));
    batchesPadLittle(train);

    String own =
        "source: @/Flickr8k.token.txt, images: %s/Flickr8k_Dataset.zip, split: {train: @/Flickr_8k.trainImages.txt, validation: @/Flickr_8k.devImages.txt}"
            .formatted(mirrored)
            .replace("@", folder.path().toString());
    List<CaptionedPicture> packed = sources(own).open(() -> null).read(Split.VALIDATION);
    List<CaptionedPicture> unpacked = source.read(Split.VALIDATION);
    assertThat(names(packed)).isEqualTo(names(unpacked));
    for (int i = 0; i < packed.size(); i++) {
      assertThat(pixels(packed.get(i))).isEqualTo(pixels(unpacked.get(i)));
    }
  }

  private static byte[] pixels(CaptionedPicture picture) {
    return ((PictureContent.Pixels) picture.content()).picture().pixels();
  }

  private static void batchesPadLittle(List<CaptionedPicture> train) {
    PairText words = new PairText(Cutting.PLAIN, 0, false, 5, OptionalInt.empty());
    Language language = Language.fit(words, captions(train), Progress.SILENT);
    assertThat(language.vocabulary().size()).isBetween(2_400, 2_700);
    CaptionEncoder encoder =
        new CaptionEncoder(
            PictureInput.fit(train, new PictureSize(3, 32, 32), Scaling.FITTED),
            language,
            CaptionFolder.data("source: " + SET));
    EncodedCaptions encoded = encoder.captions(train, notice -> {});
    Batches batches = CaptionBatches.of(encoded, new BatchOrder(64, 1, true));
    double steps = 0;
    double real = 0;
    for (int n = 0; n < batches.size(); n += 25) {
      INDArray mask = batches.get(1, n).data().getFeaturesMaskArray(1);
      steps += mask.length();
      real += mask.sumNumber().doubleValue();
    }
    assertThat(1 - real / steps).isLessThan(0.1);
  }
}
