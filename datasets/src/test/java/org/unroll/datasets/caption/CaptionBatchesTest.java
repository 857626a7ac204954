package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.data.Batch;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Progress;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.image.AugmentConfig;
import org.unroll.datasets.image.Augmentation;
import org.unroll.datasets.image.Picture;
import org.unroll.datasets.image.Scaling;
import org.unroll.datasets.text.Cutting;
import org.unroll.datasets.text.Language;
import org.unroll.datasets.text.PairText;
import org.unroll.datasets.text.Vocabulary;

class CaptionBatchesTest {
  private static final PairText WORDS =
      new PairText(Cutting.PLAIN, 0, false, 1, OptionalInt.empty());
  private static final CaptionData DATA = CaptionFolder.data("source: sample, max-length: 5");
  private static final BatchOrder ALL = new BatchOrder(100, 1, true);

  private final List<String> notices = new ArrayList<>();

  private static CaptionedPicture picture(String name, PictureContent content, String... captions) {
    return new CaptionedPicture(name, content, List.of(captions), new Origin("a.csv", 7));
  }

  private static PictureContent pixels(int... levels) {
    byte[] bytes = new byte[levels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) levels[i];
    }
    return new PictureContent.Pixels(new Picture(new PictureSize(1, 1, levels.length), bytes));
  }

  private EncodedCaptions encoded(CaptionData data, List<CaptionedPicture> pictures) {
    List<String> captions = new ArrayList<>();
    pictures.forEach(each -> captions.addAll(each.captions()));
    CaptionEncoder encoder =
        new CaptionEncoder(
            PictureInput.fit(pictures, size(pictures.get(0).content()), Scaling.FITTED),
            Language.fit(WORDS, captions, Progress.SILENT),
            data);
    return encoder.captions(pictures, notices::add);
  }

  private static PictureSize size(PictureContent content) {
    return content instanceof PictureContent.Pixels pixels
        ? pixels.picture().size()
        : new PictureSize(1, 1, 1);
  }

  private static int row(Batch batch, int example) {
    for (int row = 0; row < batch.examples().length; row++) {
      if (batch.examples()[row] == example) {
        return row;
      }
    }
    throw new AssertionError(example + " is not in the batch");
  }

  @Test
  void aBatchHoldsPicturesShiftedCaptionsAndLabels() {
    EncodedCaptions captions =
        encoded(
            DATA,
            List.of(
                picture("1", pixels(0, 0, 0), "A dog.", "a brown dog"),
                picture("2", pixels(90, 90, 180), "A!")));
    assertThat(captions.size()).isEqualTo(3);
    assertThat(captions.picture(1)).isZero();
    assertThat(captions.picture(2)).isEqualTo(1);
    Batch batch = CaptionBatches.of(captions, ALL).get(0, 0);
    MultiDataSet data = batch.data();
    Language language = captions.encoder().language();
    int a = language.vocabulary().number("a");
    int dog = language.vocabulary().number("dog");
    int row = row(batch, 0);
    assertThat(data.getFeatures(0).shape()).containsExactly(3, 1, 1, 3);
    assertThat(data.getFeatures(1).toIntMatrix()[row]).containsExactly(language.start(), a, dog, 0);
    INDArray labels = data.getLabels(0);
    assertThat(labels.shape()).containsExactly(3, 1, 4);
    assertThat(labels.reshape(3, 4).toIntMatrix()[row]).containsExactly(a, dog, language.end(), 0);
    assertThat(data.getFeaturesMaskArray(0)).isNull();
    assertThat(data.getFeaturesMaskArray(1).toIntMatrix()[row]).containsExactly(1, 1, 1, 0);
    assertThat(data.getLabelsMaskArray(0).toIntMatrix()[row]).containsExactly(1, 1, 1, 0);
    float[] first = data.getFeatures(0).reshape(3, 3).toFloatMatrix()[row(batch, 1)];
    float[] last = data.getFeatures(0).reshape(3, 3).toFloatMatrix()[row(batch, 2)];
    assertThat(first[0] * 3 + last[0] * 2 + last[2]).isCloseTo(0, within(1e-5f));
    assertThat(last[2]).isGreaterThan(last[0]);
  }

  @Test
  void longCaptionsAreCutAndTold() {
    EncodedCaptions captions =
        encoded(DATA, List.of(picture("1", pixels(1), "word ".repeat(3_000), "a b c d e")));
    assertThat(captions.words(0)).hasSize(5);
    assertThat(captions.words(1)).hasSize(5).doesNotContain(Vocabulary.UNKNOWN);
    assertThat(notices)
        .containsExactly(
            "1 of 2 captions are longer than data.max-length, 5, and are cut there; the first is of the picture at a.csv:7");
  }

  @Test
  void noPictureIsMirroredThatItsCaptionTellsTheSidesOf() {
    List<CaptionedPicture> pictures = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      pictures.add(picture("" + i, pixels(0, 250), "a dog", "a dog on the LEFT.", "leftover"));
    }
    EncodedCaptions captions = encoded(DATA, pictures);
    Augmentation flip = new Augmentation(new AugmentConfig(0, true, 0), 3);
    Batches batches = CaptionBatches.of(captions, ALL, flip);
    int[] mirrored = new int[3];
    for (int epoch = 0; epoch < 4; epoch++) {
      Batch batch = batches.get(epoch, 0);
      float[][] seen = batch.data().getFeatures(0).reshape(90, 2).toFloatMatrix();
      for (int row = 0; row < seen.length; row++) {
        mirrored[batch.examples()[row] % 3] += seen[row][0] > seen[row][1] ? 1 : 0;
      }
      assertThat(batches.get(epoch, 0).data().getFeatures(0))
          .isEqualTo(batch.data().getFeatures(0));
    }
    assertThat(mirrored[0]).isBetween(35, 85);
    assertThat(mirrored[1]).isZero();
    assertThat(mirrored[2]).isBetween(35, 85);
    EncodedCaptions free =
        encoded(CaptionFolder.data("source: sample, mirror-words: []"), pictures);
    float[][] seen =
        CaptionBatches.of(free, ALL, flip)
            .get(0, 0)
            .data()
            .getFeatures(0)
            .reshape(90, 2)
            .toFloatMatrix();
    assertThat(Arrays.stream(seen).filter(row -> row[0] > row[1]).count()).isBetween(25L, 65L);
  }

  @Test
  void whatIsSeenFollowsFromSeedEpochAndExampleAlone() {
    List<CaptionedPicture> pictures = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pictures.add(picture("" + i, pixels(i, 250, 9), "w ".repeat(i % 4 + 1)));
    }
    EncodedCaptions captions = encoded(DATA, pictures);
    Augmentation chance = new Augmentation(new AugmentConfig(1, true, 0.3), 5);
    Batch whole = CaptionBatches.of(captions, ALL, chance).get(2, 0);
    Batches cut = CaptionBatches.of(captions, new BatchOrder(5, 9, false), chance);
    for (int n = 0; n < cut.size(); n++) {
      Batch batch = cut.get(2, n);
      for (int row = 0; row < batch.examples().length; row++) {
        assertThat(batch.data().getFeatures(0).slice(row))
            .isEqualTo(whole.data().getFeatures(0).slice(row(whole, batch.examples()[row])));
      }
    }
  }

  @Test
  void featuresAreVectorsOrSequencesOfRegions(@TempDir Path folder) throws IOException {
    EncodedCaptions vectors =
        encoded(
            DATA, List.of(picture("1", new PictureContent.Features(1, new float[] {1, 2}), "a")));
    MultiDataSet one = CaptionBatches.of(vectors, ALL).get(0, 0).data();
    assertThat(one.getFeatures(0).toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 2}});
    assertThat(one.getFeaturesMaskArray(0)).isNull();
    assertThat(vectors.encoder().input().shape()).isEqualTo(new Shape.Vector(2));

    EncodedCaptions regions =
        encoded(
            DATA,
            List.of(
                picture("1", new PictureContent.Features(3, new float[] {1, 2, 3, 4, 5, 6}), "a"),
                picture("2", new PictureContent.Features(2, new float[] {7, 8, 9, 10}), "a")));
    Batch batch = CaptionBatches.of(regions, ALL).get(0, 0);
    INDArray numbers = batch.data().getFeatures(0); // [b, n, regions]
    assertThat(numbers.slice(row(batch, 0)).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 3, 5}, {2, 4, 6}});
    assertThat(numbers.slice(row(batch, 1)).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{7, 9, 0}, {8, 10, 0}});
    assertThat(batch.data().getFeaturesMaskArray(0).toIntMatrix()[row(batch, 1)])
        .containsExactly(1, 1, 0);
    assertThat(regions.encoder().input().shape()).isEqualTo(new Shape.Sequence(2));
    regions.encoder().input().save(folder);
    assertThat(PictureInput.load(folder, new PictureSize(1, 1, 1)))
        .isEqualTo(regions.encoder().input());
  }

  @Test
  void whatTheNetDoesNotReadIsRefused(@TempDir Path folder) throws IOException {
    List<CaptionedPicture> pictures = List.of(picture("1", pixels(1, 2), "a"));
    CaptionEncoder encoder = encoded(DATA, pictures).encoder();
    assertThatThrownBy(() -> encoder.pictures(List.of(new PictureToCaption("x", pixels(1)))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("x: a picture of 1 × 1 in grey, and the net reads 1 × 2 in grey");
    PictureContent features = new PictureContent.Features(1, new float[] {1});
    assertThatThrownBy(() -> encoder.pictures(List.of(new PictureToCaption("x", features))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("x: has features, and the net reads pixels");
    CaptionEncoder other = encoded(DATA, List.of(picture("1", features, "a"))).encoder();
    assertThatThrownBy(() -> other.pictures(List.of(new PictureToCaption("x", pixels(1)))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("x: a picture, and the net reads features");
    assertThatThrownBy(() -> PictureInput.fit(pictures, new PictureSize(3, 1, 2), Scaling.FITTED))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("and the net reads 1 × 2 in colour: set picture.size");
    encoder.input().save(folder);
    PictureInput loaded = PictureInput.load(folder, new PictureSize(1, 1, 2));
    EncodedCaptions one =
        new CaptionEncoder(loaded, encoder.language(), DATA)
            .pictures(List.of(new PictureToCaption("x", pixels(1, 2))));
    MultiDataSet data = CaptionBatches.of(one, ALL).get(0, 0).data();
    assertThat(data.getFeatures(0).reshape(2).toFloatVector()).containsExactly(-1, 1);
    assertThat(data.getFeatures(1).toIntMatrix()[0]).containsExactly(encoder.language().start());
  }
}
