package org.unroll.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.data.Padded;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.core.layer.image.PictureSize;

class PictureArraysTest {
  private static final PictureSize SIZE = new PictureSize(2, 2, 3);
  private static final PictureScale AS_IT_IS = new PictureScale(List.of(0.0, 0.0), List.of(1., 1.));
  private static final PictureArrays ARRAYS = new PictureArrays(SIZE, AS_IT_IS);

  /** From this number on, row by row. */
  private static byte[] counting(int from) {
    byte[] pixels = new byte[SIZE.length()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (from + i);
    }
    return pixels;
  }

  private static PictureView[] seen(PictureView... views) {
    return views;
  }

  private static float[] numbers(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  @Test
  void picturesAreChannelsRowsAndColumns() {
    byte[][] two = {counting(0), counting(200)};
    INDArray batch = ARRAYS.pictures(two, seen(PictureView.WHOLE, PictureView.WHOLE));
    assertThat(batch.shape()).containsExactly(2, 2, 2, 3);
    assertThat(batch.getFloat(0, 1, 0, 2)).isEqualTo(8);
    assertThat(batch.getFloat(1, 1, 1, 2)).isEqualTo(211); // bytes are no negative numbers
  }

  @Test
  void rowsAreSteps() {
    byte[][] two = {counting(0), counting(100)};
    INDArray batch = ARRAYS.rows(two, seen(PictureView.WHOLE, PictureView.WHOLE));
    assertThat(batch.shape()).containsExactly(2, 6, 2);
    assertThat(batch.getFloat(0, 2, 0)).isEqualTo(2); // channel 0, row 0, column 2
    assertThat(batch.getFloat(0, 0, 1)).isEqualTo(3); // channel 0, row 1, column 0
    assertThat(batch.getFloat(1, 5, 1)).isEqualTo(111); // channel 1, row 1, column 2
    assertThat(TimeMajor.isDense(batch.permute(2, 0, 1))).isTrue();
  }

  private static byte[] joined(byte[]... frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      all.writeBytes(frame);
    }
    return all.toByteArray();
  }

  @Test
  void framesArePaddedWithZeros() {
    byte[][] clips = {counting(1), joined(counting(20), counting(40), counting(60))};
    Padded batch = ARRAYS.frames(clips, seen(PictureView.WHOLE, PictureView.WHOLE));
    assertThat(batch.numbers().shape()).containsExactly(2, 12, 3);
    assertThat(batch.numbers().getFloat(1, 11, 2)).isEqualTo(71);
    assertThat(batch.numbers().getFloat(0, 11, 0)).isEqualTo(12);
    assertThat(batch.numbers().getFloat(0, 11, 1)).isZero();
    assertThat(batch.mask().toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 0, 0}, {1, 1, 1}});
    assertThat(TimeMajor.isDense(batch.numbers().permute(2, 0, 1))).isTrue();
  }

  @Test
  void aViewMovesAndMirrors() {
    byte[][] one = {counting(0)};
    PictureView moved = new PictureView(1, -1, false, 1, 0);
    assertThat(numbers(ARRAYS.pictures(one, seen(moved))))
        .containsExactly(3, 3, 4, 3, 3, 4, 9, 9, 10, 9, 9, 10);
    PictureView mirrored = new PictureView(0, 1, true, 1, 0);
    assertThat(numbers(ARRAYS.pictures(one, seen(mirrored))))
        .containsExactly(2, 2, 1, 5, 5, 4, 8, 8, 7, 11, 11, 10);
  }

  @Test
  void aViewChangesContrastAndBrightness() {
    PictureScale scale = new PictureScale(List.of(100.0, 0.0), List.of(10.0, 1.0));
    byte[] pixels = {100, 110, 0, 50, (byte) 255, (byte) 200, 0, 1, 2, 3, 4, 5};
    PictureView view = new PictureView(0, 0, false, 1.5, 0.1);
    float[] found =
        numbers(new PictureArrays(SIZE, scale).pictures(new byte[][] {pixels}, seen(view)));
    assertThat(found[0]).isCloseTo(2.55f, within(1e-5f)); // 25.5 brighter
    assertThat(found[1]).isCloseTo(4.05f, within(1e-5f));
    assertThat(found[2]).isCloseTo(-10f, within(1e-5f)); // black stays black
    assertThat(found[4]).isCloseTo(15.5f, within(1e-5f)); // and white white
    assertThat(found[7]).isCloseTo(27f, within(1e-5f));
  }

  /** What Keras's preprocess_input makes of one pixel, red 10, green 20 and blue 200. */
  @Test
  void scalesOfPretrainedNets(@TempDir Path folder) throws IOException {
    PictureSize size = new PictureSize(3, 1, 1);
    Map<Scaling, float[]> expected =
        Map.of(
            Scaling.CAFFE, new float[] {96.061f, -96.779f, -113.68f},
            Scaling.TF, new float[] {-0.921569f, -0.843137f, 0.568627f},
            Scaling.TORCH, new float[] {-1.946656f, -1.685574f, 1.681394f},
            Scaling.NONE, new float[] {10, 20, 200});
    for (Map.Entry<Scaling, float[]> each : expected.entrySet()) {
      each.getKey().fixed(size).orElseThrow().save(folder);
      byte[][] pixel = {{10, 20, (byte) 200}};
      INDArray seen =
          new PictureArrays(size, PictureScale.load(folder))
              .pictures(pixel, seen(PictureView.WHOLE));
      assertThat(numbers(seen))
          .as(each.getKey().name())
          .usingElementComparator(near(1e-4f))
          .containsExactly(each.getValue());
    }
    assertThat(Scaling.FITTED.fixed(size)).isEmpty();
  }

  /** One that was saved before channels could be reversed. */
  @Test
  void anOlderScale(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("picture-scale.json"), "{\"means\": [1.5], \"deviations\": [2.0]}");
    assertThat(PictureScale.load(folder))
        .isEqualTo(new PictureScale(List.of(1.5), List.of(2.0), false));
  }

  @Test
  void scaleIsThatOfTheTrainingPictures(@TempDir Path folder) throws IOException {
    List<byte[]> training = List.of(counting(0), counting(100));
    PictureScale scale = PictureScale.fit(SIZE, training);
    assertThat(scale.means()).containsExactly(52.5, 58.5);
    INDArray batch =
        new PictureArrays(SIZE, scale)
            .pictures(training.toArray(byte[][]::new), seen(PictureView.WHOLE, PictureView.WHOLE));
    assertThat(batch.mean(0, 2, 3).toFloatVector())
        .usingElementComparator(near(1e-6f))
        .containsExactly(0f, 0f);
    assertThat(batch.var(false, 0, 2, 3).toFloatVector())
        .usingElementComparator(near(1e-4f))
        .containsExactly(1f, 1f);
    scale.save(folder);
    assertThat(PictureScale.load(folder)).isEqualTo(scale);
    byte[] black = new byte[SIZE.length()];
    assertThat(PictureScale.fit(SIZE, List.of(black))).isEqualTo(AS_IT_IS);
  }

  private static Comparator<Float> near(float tolerance) {
    return (a, b) -> Math.abs(a - b) < tolerance ? 0 : Float.compare(a, b);
  }

  @Test
  void whatIsDrawnFollowsFromSeedEpochAndExample() {
    Augmentation augmentation = new Augmentation(new AugmentConfig(2, true, 0.2), 7);
    assertThat(augmentation.view(3, 11)).isEqualTo(augmentation.view(3, 11));
    List<PictureView> views = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      views.add(augmentation.view(i % 10, i / 10));
    }
    assertThat(views).doesNotHaveDuplicates();
    assertThat(views).doesNotContain(new Augmentation(augmentation.config(), 8).view(0, 0));
    assertThat(views).extracting(PictureView::down).containsOnly(-2, -1, 0, 1, 2);
    assertThat(views).extracting(PictureView::right).containsOnly(-2, -1, 0, 1, 2);
    assertThat(views.stream().filter(PictureView::mirrored).count()).isBetween(450L, 550L);
    assertThat(views.stream().mapToDouble(PictureView::contrast).min().orElse(0))
        .isBetween(0.8, 0.81);
    assertThat(views.stream().mapToDouble(PictureView::brightness).max().orElse(0))
        .isBetween(0.19, 0.2);
    Augmentation none = new Augmentation(AugmentConfig.NONE, 7);
    assertThat(none.view(3, 11)).isEqualTo(PictureView.WHOLE);
  }

  @Test
  void onlyEpochsOfTrainingAreChanged() {
    List<Picture> pictures =
        List.of(new Picture(SIZE, counting(0)), new Picture(SIZE, counting(100)));
    Augmentation augmentation = new Augmentation(new AugmentConfig(1, true, 0.5), 1);
    EncodedPictures encoded =
        new EncodedPictures(ARRAYS, EncodedPictures.Form.PICTURE, pictures, augmentation);
    int[] one = {1};
    int[] classes = {3};
    float[] plain = numbers(encoded.arrays(one, classes).getFeatures(0));
    assertThat(plain[0]).isEqualTo(100);
    float[] first = numbers(encoded.inEpoch(0).arrays(one, classes).getFeatures(0));
    float[] second = numbers(encoded.inEpoch(1).arrays(one, classes).getFeatures(0));
    assertThat(first).isNotEqualTo(plain).isNotEqualTo(second);
    byte[][] taken = {counting(100)};
    assertThat(first)
        .containsExactly(numbers(ARRAYS.pictures(taken, seen(augmentation.view(0, 1)))));
    int[] both = {0, 1};
    INDArray batch = encoded.inEpoch(0).arrays(both, both).getFeatures(0);
    assertThat(numbers(batch.get(NDArrayIndex.point(1)))).containsExactly(first);
  }

  @Test
  void rowsHaveAMaskAndPicturesNone() {
    List<Picture> pictures = List.of(new Picture(SIZE, counting(0)));
    Augmentation none = new Augmentation(AugmentConfig.NONE, 1);
    EncodedPictures rows = new EncodedPictures(ARRAYS, EncodedPictures.Form.ROWS, pictures, none);
    assertThat(rows.lengths()).containsExactly(2);
    assertThat(rows.arrays(new int[] {0}, new int[] {1}).getFeaturesMaskArray(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 1}});
    EncodedPictures whole =
        new EncodedPictures(ARRAYS, EncodedPictures.Form.PICTURE, pictures, none);
    assertThat(whole.lengths()).containsExactly(1);
    assertThat(whole.arrays(new int[] {0}, new int[] {1}).getLabels(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1}});
    assertThat(whole.arrays(new int[] {0}, new int[] {1}).getFeaturesMaskArray(0)).isNull();
  }
}
