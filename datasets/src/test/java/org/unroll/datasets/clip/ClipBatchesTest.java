package org.unroll.datasets.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.data.Batch;
import org.unroll.datasets.image.AugmentConfig;
import org.unroll.datasets.image.Augmentation;

class ClipBatchesTest {
  private static final int[] LENGTHS = {1, 7, 23, 40};

  /** Frames of a clip that was drawn, from 0. */
  private record Drawn(int recording, List<Integer> frames) {}

  private static ClipBatches batches(String clip, long seed, AugmentConfig augment) {
    FeatureInput input = Numbered.input(LENGTHS);
    float[][][] rows = new float[LENGTHS.length][][];
    float[][][] mirrored = new float[LENGTHS.length][][];
    for (int recording = 0; recording < rows.length; recording++) {
      rows[recording] = new float[LENGTHS[recording]][1];
      mirrored[recording] = new float[LENGTHS[recording]][1];
      for (int frame = 0; frame < LENGTHS[recording]; frame++) {
        rows[recording][frame][0] = frame % 5 == 2 ? Float.NaN : 100 + frame;
        mirrored[recording][frame][0] = frame % 5 == 2 ? Float.NaN : -100 - frame;
      }
    }
    return new ClipBatches(
        input,
        new FrameTargets(rows, mirrored),
        Numbered.clip(clip),
        new Augmentation(augment, seed),
        3);
  }

  private static List<Drawn> drawn(ClipBatches batches, int epoch) {
    List<Drawn> all = new ArrayList<>();
    for (int n = 0; n < batches.size(); n++) {
      MultiDataSet data = batches.get(epoch, n).data();
      for (int b = 0; b < data.getFeatures(0).size(0); b++) {
        all.add(drawn(data.getFeatures(0), data.getFeaturesMaskArray(0), b));
      }
    }
    return all;
  }

  private static Drawn drawn(INDArray features, INDArray mask, int b) {
    List<Integer> frames = new ArrayList<>();
    for (int t = 0; t < mask.size(1); t++) {
      if (mask.getDouble(b, t) == 1) {
        frames.add(features.getInt(b, 1, t) - 1);
      } else {
        assertThat(features.getDouble(b, 0, t)).isZero();
      }
    }
    return new Drawn(features.getInt(b, 0, 0) - 1, frames);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{length: 1}",
        "{length: 8, step: 1}",
        "{length: 8}",
        "{length: 9, step: 9}",
        "{length: 23}",
        "{length: 100}"
      })
  void everyFrameComesUpAndAClipStaysInItsRecording(String clip) {
    ClipBatches batches = batches(clip, 1, AugmentConfig.NONE);
    List<Set<Integer>> seen = new ArrayList<>();
    for (int ignored : LENGTHS) {
      seen.add(new TreeSet<>());
    }
    for (int epoch = 0; epoch < 12; epoch++) {
      List<Drawn> epochs = drawn(batches, epoch);
      assertThat(epochs).hasSize(batches.examples());
      for (Drawn each : epochs) {
        assertInside(each, Numbered.clip(clip));
        seen.get(each.recording()).addAll(each.frames());
      }
    }
    for (int recording = 0; recording < LENGTHS.length; recording++) {
      assertThat(seen.get(recording)).hasSize(LENGTHS[recording]);
    }
  }

  private static void assertInside(Drawn clip, ClipConfig config) {
    int all = LENGTHS[clip.recording()];
    assertThat(clip.frames()).hasSize(Math.min(all, config.length().orElse(all)));
    int first = clip.frames().get(0);
    assertThat(first).isNotNegative();
    assertThat(first + clip.frames().size()).isLessThanOrEqualTo(all);
    for (int i = 0; i < clip.frames().size(); i++) {
      assertThat(clip.frames().get(i)).isEqualTo(first + i);
    }
  }

  @Test
  void whereClipsLieVariesFromEpochToEpochAndFollowsFromTheSeed() {
    String clip = "{length: 8}";
    ClipBatches batches = batches(clip, 1, AugmentConfig.NONE);
    List<Drawn> first = drawn(batches, 0);
    assertThat(drawn(batches, 5)).isNotEqualTo(first);
    assertThat(drawn(batches, 0)).as("after another epoch").isEqualTo(first);
    assertThat(drawn(batches(clip, 1, AugmentConfig.NONE), 0)).isEqualTo(first);
    assertThat(Set.copyOf(drawn(batches(clip, 2, AugmentConfig.NONE), 0)))
        .isNotEqualTo(Set.copyOf(first));
    assertThat(Set.copyOf(drawn(batches, 5)))
        .as("not only in other order")
        .isNotEqualTo(Set.copyOf(first));
  }

  @Test
  void labelsAreThoseOfTheFramesAndMaskedWhereThereIsNone() {
    ClipBatches batches = batches("{length: 8}", 1, new AugmentConfig(0, true, 0));
    Set<Boolean> mirrored = new TreeSet<>();
    for (int n = 0; n < batches.size(); n++) {
      MultiDataSet data = batches.get(0, n).data();
      INDArray mask = data.getFeaturesMaskArray(0);
      for (int b = 0; b < mask.size(0); b++) {
        for (int t = 0; t < mask.size(1); t++) {
          int frame = data.getFeatures(0).getInt(b, 1, t) - 1;
          boolean labelled = mask.getDouble(b, t) == 1 && frame % 5 != 2;
          double label = data.getLabels(0).getDouble(b, 0, t);
          assertThat(data.getLabelsMaskArray(0).getDouble(b, t)).isEqualTo(labelled ? 1 : 0);
          assertThat(Math.abs(label)).isEqualTo(labelled ? 100 + frame : 0);
          if (labelled) {
            mirrored.add(label < 0);
          }
        }
      }
    }
    assertThat(mirrored).containsExactly(false, true);
  }

  @Test
  void aBatchSaysWhichClipsItHas() {
    ClipBatches batches = batches("{length: 8, step: 8}", 1, AugmentConfig.NONE);
    Set<Integer> examples = new TreeSet<>();
    int count = 0;
    for (int n = 0; n < batches.size(); n++) {
      Batch batch = batches.get(3, n);
      assertThat(batch.examples()).hasSize((int) batch.data().getFeatures(0).size(0));
      for (int example : batch.examples()) {
        examples.add(example);
        count++;
      }
    }
    assertThat(examples).hasSize(count).hasSize(batches.examples()).hasSize(1 + 1 + 3 + 5);
  }
}
