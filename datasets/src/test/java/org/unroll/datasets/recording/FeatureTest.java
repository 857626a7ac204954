package org.unroll.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.datasets.video.FeatureFrames;

class FeatureTest {
  private static final float NONE = Float.NaN;

  private static FeatureFrames frames(String features, List<String> names, float[]... rows) {
    int[] numbers = {10, 11, 13};
    return new RawFeatures(names, rows, numbers, Origin.file("joints.csv"))
        .frames(
            Reading.data("{source: sample, features: {%s}, batch: 4}".formatted(features))
                .features(),
            new Reading("source: sample").files());
  }

  private static float[] row(float... row) {
    return row;
  }

  @Test
  void jointsAreMeasuredFromOneWhoseColumnsAreDropped() {
    FeatureFrames frames =
        frames(
            "relative-to: s",
            List.of("lhx", "lhy", "sx", "sy", "speed"),
            row(5, 7, 1, 2, 9),
            row(6, 7, 1, 4, 9),
            row(7, 7, 2, 4, 9));
    assertThat(frames.names()).containsExactly("lhx", "lhy", "speed");
    assertThat(frames.rows()).isEqualTo(new float[][] {{4, 5, 9}, {5, 3, 9}, {5, 3, 9}});
  }

  @Test
  void jointsGoBySeveralSpellings() {
    for (List<String> names :
        List.of(
            List.of("x1", "y1", "x2", "y2"),
            List.of("1_x", "1_y", "2_x", "2_y"),
            List.of("1-X", "1-Y", "2-X", "2-Y"))) {
      FeatureFrames frames =
          frames("relative-to: '1'", names, row(1, 2, 3, 5), row(1, 2, 3, 5), row(1, 2, 3, 5));
      assertThat(frames.names()).isEqualTo(names.subList(2, 4));
      assertThat(frames.rows()[0]).containsExactly(2, 3);
    }
    assertThatThrownBy(
            () ->
                frames(
                    "relative-to: spine",
                    List.of("spin-x", "hand-x"),
                    row(1, 2),
                    row(1, 2),
                    row(1, 2)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "data.features.relative-to: no joint called 'spine' among the columns; did you mean 'spin'?");
  }

  @Test
  void velocitiesAreDividedByTheStepOverAGap() {
    FeatureFrames frames =
        frames("velocities: true", List.of("x", "y"), row(1, 5), row(2, 3), row(8, 4));
    assertThat(frames.names()).containsExactly("x", "y", "velocity x", "velocity y");
    assertThat(frames.rows())
        .isEqualTo(new float[][] {{1, 5, 0, 0}, {2, 3, 1, -2}, {8, 4, 3, 0.5f}});
  }

  @Test
  void theJointInTheMiddleLosesItsPlaceButNotItsVelocity() {
    FeatureFrames frames =
        frames(
            "relative-to: s, velocities: true",
            List.of("lhx", "sx"),
            row(5, 1),
            row(7, 2),
            row(7, 6));
    assertThat(frames.names()).containsExactly("lhx", "velocity lhx", "velocity sx");
    assertThat(frames.rows()).isEqualTo(new float[][] {{4, 0, 0}, {5, 1, 1}, {1, -2, 2}});
  }

  @Test
  void aRecordingIsScaledByItsOwnFrames() {
    FeatureFrames near = frames("standardised: true", List.of("x"), row(1), row(3), row(2));
    FeatureFrames far = frames("standardised: true", List.of("x"), row(110), row(130), row(120));
    assertThat(near.rows()[0][0]).isCloseTo(-(float) Math.sqrt(1.5), within(1e-5f));
    for (int frame = 0; frame < 3; frame++) {
      assertThat(far.rows()[frame][0]).isCloseTo(near.rows()[frame][0], within(1e-5f));
    }
  }

  @Test
  void missingNumbersAreThoseOfTheFrameBefore() {
    FeatureFrames frames = frames("", List.of("x", "y"), row(NONE, 1), row(2, NONE), row(3, NONE));
    assertThat(frames.rows()).isEqualTo(new float[][] {{2, 1}, {2, 1}, {3, 1}});
  }

  @Test
  void theScaleIsOfAllTrainingFramesAndIsSaved(@TempDir Path folder) throws IOException {
    FeatureFrames one =
        new FeatureFrames(List.of("x", "same"), new float[][] {row(1, 7), row(2, 7)});
    FeatureFrames two =
        new FeatureFrames(List.of("same", "x"), new float[][] {row(7, 3), row(7, 6)});
    FeatureScale scale = FeatureScale.fit(List.of(one, two));
    assertThat(scale.means()).containsExactly(3.0, 7.0);
    assertThat(scale.deviations().get(0)).isCloseTo(Math.sqrt(3.5), within(1e-9));
    assertThat(scale.deviations().get(1)).isEqualTo(1);

    scale.save(folder);
    assertThat(FeatureScale.load(folder)).isEqualTo(scale);
    assertThat(scale.scaled(two).names()).containsExactly("x", "same");
    assertThat(scale.scaled(two).rows()[1])
        .containsExactly(new float[] {(float) (3 / Math.sqrt(3.5)), 0}, within(1e-6f));
    assertThatThrownBy(() -> scale.scaled(new FeatureFrames(List.of("x"), new float[][] {row(1)})))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no feature 'same' in a recording that has x");
  }
}
