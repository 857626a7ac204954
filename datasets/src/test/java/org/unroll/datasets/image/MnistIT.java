package org.unroll.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unroll.datasets.table.Splits;

/** Runs if UNROLL_MIRROR is a folder that holds mnist. */
class MnistIT {
  private static final Path FOLDER =
      Path.of(System.getenv().getOrDefault("UNROLL_MIRROR", "")).resolve("mnist");

  @BeforeEach
  void onlyWithTheData() {
    assumeTrue(Files.isDirectory(FOLDER), "UNROLL_MIRROR has no mnist");
  }

  @Test
  void partsArePublishedOnesAndNearestMeanReachesItsKnownAccuracy() {
    Splits<LabelledPicture> splits = Mnist.splits(FOLDER);
    assertThat(splits.train().size() + splits.validation().size()).isEqualTo(60_000);
    assertThat(splits.validation().size()).isBetween(5_800, 6_200);
    assertThat(splits.test()).hasSize(10_000);
    assertThat(accuracy(splits)).isCloseTo(0.820, within(0.002));
    PictureScale scale =
        PictureScale.fit(
            splits.train().get(0).input().size(),
            splits.train().stream().map(picture -> picture.input().pixels()).toList());
    assertThat(scale.means().get(0) / 255).isCloseTo(0.1307, within(0.001)); // as is known
    assertThat(scale.deviations().get(0) / 255).isCloseTo(0.3081, within(0.001));
  }

  /** By the nearest class mean. */
  private static double accuracy(Splits<LabelledPicture> splits) {
    double[][] means = means(splits.train());
    int right = 0;
    for (LabelledPicture picture : splits.test()) {
      right += picture.label().equals(nearest(means, picture.input().pixels())) ? 1 : 0;
    }
    return (double) right / splits.test().size();
  }

  private static double[][] means(List<LabelledPicture> training) {
    double[][] means = new double[10][28 * 28];
    int[] counts = new int[10];
    for (LabelledPicture picture : training) {
      int label = Integer.parseInt(picture.label());
      counts[label]++;
      for (int i = 0; i < means[label].length; i++) {
        means[label][i] += picture.input().pixels()[i] & 0xFF;
      }
    }
    for (int label = 0; label < 10; label++) {
      for (int i = 0; i < means[label].length; i++) {
        means[label][i] /= counts[label];
      }
    }
    return means;
  }

  private static String nearest(double[][] means, byte[] pixels) {
    double least = Double.MAX_VALUE;
    int nearest = 0;
    for (int label = 0; label < means.length; label++) {
      double distance = 0;
      for (int i = 0; i < pixels.length; i++) {
        double difference = means[label][i] - (pixels[i] & 0xFF);
        distance += difference * difference;
      }
      nearest = distance < least ? label : nearest;
      least = Math.min(least, distance);
    }
    return Integer.toString(nearest);
  }
}
