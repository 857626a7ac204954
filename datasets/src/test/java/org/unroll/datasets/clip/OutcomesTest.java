package org.unroll.datasets.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.recording.FrameLabels;
import org.unroll.datasets.recording.Recording;

/** What nets say of frames, with and without the training data at hand. */
class OutcomesTest {
  private static final MirrorConfig NO_MIRROR = new MirrorConfig(Map.of(), false);
  private static final MirrorConfig MIRROR =
      new MirrorConfig(Map.of("left", "right", "right", "left"), true);

  @TempDir private Path folder;

  private static final List<Recording> CLASSES =
      List.of(
          Numbered.classes("one", "left left - on"),
          Numbered.classes("two", "right left on on on"));
  private static final List<Recording> NUMBERS =
      List.of(Numbered.numbers("one", 2, 4, Double.NaN), Numbered.numbers("two", 6, 8));

  @Test
  void aClassIsItsNumberAndMirroredAnother() {
    FrameTargets targets = FrameOutcome.fit(CLASSES, Numbered.plain()).targets(CLASSES, MIRROR);
    assertThat(column(targets.rows()[0])).containsExactly(0f, 0f, Float.NaN, 1f);
    assertThat(column(targets.mirrored()[0])).containsExactly(2f, 2f, Float.NaN, 1f);
    assertThat(column(targets.mirrored()[1])).containsExactly(0f, 2f, 1f, 1f, 1f);
  }

  private static List<Float> column(float[][] rows) {
    return Arrays.stream(rows).map(row -> row[0]).toList();
  }

  @Test
  void aClassThatTrainingLacksIsRefused() {
    FrameOutcome outcome = FrameOutcome.fit(CLASSES, Numbered.plain());
    List<Recording> others = List.of(Numbered.classes("three", "left up"));
    assertThatThrownBy(() -> outcome.targets(others, NO_MIRROR))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("three", "\"up\"", "left, on, right");
    MirrorConfig wrong = new MirrorConfig(Map.of("left", "up"), false);
    assertThatThrownBy(() -> outcome.targets(CLASSES, wrong))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("mirror.classes", "'up'");
  }

  @Test
  void numbersAreScaledAndBackAgain() {
    NumberOutcome outcome = (NumberOutcome) FrameOutcome.fit(NUMBERS, Numbered.plain());
    float[][][] rows = outcome.targets(NUMBERS, MIRROR).rows();
    float spread = (float) Math.sqrt(5); // of 2, 4, 6, 8 about 5
    assertThat(rows[0][0][0]).isEqualTo(-3 / spread, within(1e-6f));
    assertThat(rows[0][2][0]).isNaN();
    assertThat(rows[1][1][0]).isEqualTo(3 / spread, within(1e-6f));
    assertThat(outcome.numbers(rows[1])[1][0]).isEqualTo(8, within(1e-6));

    float[][][] mirrored = outcome.targets(NUMBERS, MIRROR).mirrored();
    assertThat(outcome.numbers(mirrored[0])[0][0]).isEqualTo(-2, within(1e-6));
    assertThat(outcome.numbers(mirrored[1])[1][0]).isEqualTo(-8, within(1e-6));
    assertThat(mirrored[0][2][0]).isNaN();
    assertThat(outcome.targets(NUMBERS, NO_MIRROR).mirrored()[1]).isDeepEqualTo(rows[1]);
  }

  @Test
  void aNumberThatNeverChangesIsPredictedAsItIs() {
    List<Recording> same = List.of(Numbered.numbers("one", 3, 3, 3));
    NumberOutcome outcome = (NumberOutcome) FrameOutcome.fit(same, Numbered.plain());
    assertThat(outcome.targets(same, NO_MIRROR).rows()[0]).isDeepEqualTo(new float[3][1]);
    assertThat(outcome.numbers(new float[1][1])[0][0]).isEqualTo(3);
  }

  @Test
  void whatIsSavedScoresAsBefore() throws IOException {
    for (List<Recording> recordings : List.of(CLASSES, NUMBERS)) {
      FrameOutcome outcome = FrameOutcome.fit(recordings, Numbered.plain());
      Path place = folder.resolve(outcome.getClass().getSimpleName());
      Files.createDirectory(place);
      outcome.save(place);
      FrameOutcome restored = FrameOutcome.load(place, Numbered.plain());

      float[][][] outputs = outputs(recordings, outcome.size());
      Evaluation scores = restored.score(recordings, outputs);
      assertThat(scores.metrics()).isEqualTo(outcome.score(recordings, outputs).metrics());
      assertThat(restored.size()).isEqualTo(outcome.size());
      assertThat(restored.targets(recordings, MIRROR).mirrored()[1])
          .isDeepEqualTo(outcome.targets(recordings, MIRROR).mirrored()[1]);
      assertThat(restored.smoothed(outputs, 3)).isDeepEqualTo(outcome.smoothed(outputs, 3));
    }
  }

  private static float[][][] outputs(List<Recording> recordings, int size) {
    float[][][] outputs = new float[recordings.size()][][];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = new float[recordings.get(i).frames().length()][size];
      for (int frame = 0; frame < outputs[i].length; frame++) {
        outputs[i][frame][(i + frame) % size] = 1;
      }
    }
    return outputs;
  }

  @Test
  void constantsAreTheMostFrequentClassAndTheMean() {
    assertThat(FrameOutcome.fit(CLASSES, Numbered.plain()).constants().get("most-frequent"))
        .containsExactly(0, 1, 0);
    NumberOutcome numbers = (NumberOutcome) FrameOutcome.fit(NUMBERS, Numbered.plain());
    float[][] mean = {numbers.constants().get("mean")};
    assertThat(numbers.numbers(mean)[0][0]).isEqualTo(5);
  }

  @Test
  void smoothingTakesOutASingleFrame() {
    FrameOutcome classes = FrameOutcome.fit(CLASSES, Numbered.plain());
    float[][][] said = {{{.8f, .1f, .1f}, {.2f, .5f, .3f}, {.6f, .2f, .2f}}};
    assertThat(classes.smoothed(said, 3)[0][1]).containsExactly(1, 0, 0);
    FrameOutcome numbers = FrameOutcome.fit(NUMBERS, Numbered.plain());
    float[][][] flicker = {{{0}, {3}, {0}, {0}}};
    assertThat(numbers.smoothed(flicker, 3)[0])
        .isDeepEqualTo(new float[][] {{1.5f}, {1}, {1}, {0}});
    assertThat(numbers.smoothed(flicker, 1)).isDeepEqualTo(flicker);
  }

  @Test
  void dataWithoutLabelsCannotBeScored() {
    FrameOutcome classes = FrameOutcome.fit(CLASSES, Numbered.plain());
    FrameOutcome numbers = FrameOutcome.fit(NUMBERS, Numbered.plain());
    List<Recording> none = List.of(Numbered.classes("three", "- -"));
    List<Recording> noNumber = List.of(Numbered.numbers("four", Double.NaN));
    assertThatThrownBy(() -> classes.targets(none, NO_MIRROR))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("three", "no frame has a label");
    assertThatThrownBy(() -> numbers.targets(noNumber, NO_MIRROR))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("four", "no frame has a number");
    assertThatThrownBy(() -> FrameOutcome.fit(none, Numbered.plain()))
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> classes.targets(NUMBERS, NO_MIRROR)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> numbers.targets(CLASSES, NO_MIRROR)).isInstanceOf(UserError.class);
  }

  @Test
  void aBackgroundThatDoesNotOccurIsNone() {
    OutcomeConfig config = new OutcomeConfig(Optional.of("rest"), Optional.empty());
    assertThat(((ClassOutcome) FrameOutcome.fit(CLASSES, config)).background()).isEmpty();
    OutcomeConfig on = new OutcomeConfig(Optional.of("on"), Optional.empty());
    assertThat(((ClassOutcome) FrameOutcome.fit(CLASSES, on)).background()).contains("on");
  }

  @Test
  void columnsAreScaledEachForItself() {
    double[][] rows = {{0, 100}, {2, 300}};
    Recording two = Numbered.recording("two", new FrameLabels.OfNumbers(List.of("x", "y"), rows));
    FrameTargets targets =
        FrameOutcome.fit(List.of(two), Numbered.plain()).targets(List.of(two), NO_MIRROR);
    assertThat(targets.rows()[0]).isDeepEqualTo(new float[][] {{-1, -1}, {1, 1}});
  }
}
