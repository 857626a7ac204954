package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.dataset.MultiDataSet;

class PictureCaseTest {
  /** PyTorch's JVM gets the case so. */
  @ParameterizedTest
  @EnumSource
  void isReadByItsName(PictureCase.Net net) {
    PictureCase pictures = PictureCase.of(net);
    assertThat(LayerCase.parse(pictures.text())).isEqualTo(pictures);
    assertThat(LayerCase.all()).contains(pictures);
  }

  @Test
  void namesAndShapesOfTheComparison() {
    assertThat(PictureCase.all())
        .extracting(pictures -> pictures.name() + " " + pictures.shape())
        .containsExactly(
            "conv 3x64x64 32-64-128 32",
            "conv-batch-norm 3x64x64 32-64-128 32",
            "conv-frames-lstm 3x32x64 16-32 8 16",
            "conv-gru 3x32x32 16 8 16");
  }

  @Test
  void countsTheOperationsOfConvolutions() {
    double each = // of a picture of 8 x 12
        9 * (3 * 32 * 8 * 12 + 32 * 64 * 4 * 6 + 64 * 128 * 2 * 3) + 128 * 10;
    assertThat(new PictureCase(PictureCase.Net.CONV, 5, 1, 8, 12).forwardOperations())
        .hasValue(2 * 5 * each);
    assertThat(new PictureCase(PictureCase.Net.CONV_BATCH_NORM, 5, 1, 8, 12).forwardOperations())
        .hasValue(2 * 5 * each);
  }

  @Test
  void countsTheOperationsOfNetsOnFrames() {
    double features = 9 * (3 * 16 * 8 * 12 + 16 * 32 * 4 * 6) + 32 * 2 * 3 * 128;
    double lstm = features + 4 * 128 * (128 + 128) + 128 * 10;
    assertThat(new PictureCase(PictureCase.Net.CONV_FRAMES_LSTM, 5, 7, 8, 12).forwardOperations())
        .hasValue(2 * 5 * 7 * lstm);
    double gru = 9 * (3 + 16) * 3 * 16 * 8 * 12 + 16 * 10;
    assertThat(new PictureCase(PictureCase.Net.CONV_GRU, 5, 7, 8, 12).forwardOperations())
        .hasValue(2 * 5 * 7 * gru);
  }

  @Test
  void dl4jReadsLabelsOneHot() {
    PictureCase frames = new PictureCase(PictureCase.Net.CONV_FRAMES_LSTM, 2, 3, 8, 8);
    MultiDataSet ours = frames.arrays().get(0);
    MultiDataSet theirs = new Dl4jPictures(frames).arrays(ours);
    assertThat(theirs.getLabels(0).shape()).containsExactly(2, 10, 3);
    assertThat(theirs.getLabels(0).argMax(1).toIntMatrix())
        .isEqualTo(ours.getLabels(0).reshape(2, 3).toIntMatrix());
    PictureCase pictures = new PictureCase(PictureCase.Net.CONV, 4, 1, 8, 8);
    MultiDataSet single = new Dl4jPictures(pictures).arrays(pictures.arrays().get(0));
    assertThat(single.getLabels(0).argMax(1).toIntVector())
        .isEqualTo(pictures.arrays().get(0).getLabels(0).toIntVector());
  }
}
