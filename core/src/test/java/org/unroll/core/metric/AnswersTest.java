package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.Json;

/** Answers as they are written and put together. */
class AnswersTest {
  private static final double NONE = Double.NaN;

  private static Answers readBack(Answers answers) throws JsonProcessingException {
    String json = Json.MAPPER.writerFor(Answers.class).writeValueAsString(answers);
    return Json.MAPPER.readValue(json, Answers.class);
  }

  private static FrameNumberAnswers numbers(double[][][] truth, double[][][] predicted) {
    return new FrameNumberAnswers(List.of("x", "y"), List.of(), List.of(), truth, predicted);
  }

  @Test
  void numbersWithoutTruthAreReadBack() throws JsonProcessingException {
    FrameNumberAnswers answers =
        numbers(
            new double[][][] {{{1, 2}, {NONE, NONE}}, {{0.1, NONE}}},
            new double[][][] {{{1.5, 2.5}, {NONE, 1e300}}, {{1 / 3.0, -0.0}}});
    FrameNumberAnswers read = (FrameNumberAnswers) readBack(answers);
    assertThat(read.truth()[0][1]).containsExactly(NONE, NONE);
    assertThat(read.truth()[1][0]).containsExactly(0.1, NONE);
    assertThat(read.predicted()[1][0]).containsExactly(1 / 3.0, -0.0);
    assertThat(read.score()).isEqualTo(answers.score());
    assertThat(read.columns()).containsExactly("x", "y");
  }

  @Test
  void numbersOfTwoFoldsAreScoredAsOne() throws JsonProcessingException {
    FrameNumberAnswers first =
        numbers(new double[][][] {{{1, 2}, {NONE, NONE}}}, new double[][][] {{{2, 2}, {0, 0}}});
    FrameNumberAnswers second =
        numbers(new double[][][] {{{5, 5}}, {{7, 1}}}, new double[][][] {{{5, 3}}, {{6, 6}}});
    FrameNumberAnswers one =
        numbers(
            new double[][][] {{{1, 2}, {NONE, NONE}}, {{5, 5}}, {{7, 1}}},
            new double[][][] {{{2, 2}, {0, 0}}, {{5, 3}}, {{6, 6}}});
    assertThat(readBack(first).and(readBack(second)).score()).isEqualTo(one.score());
  }

  /** Each fold's training data lack a class of the other's; numbers differ. */
  @Test
  void classesOfTwoFoldsAreScoredAsOne() throws JsonProcessingException {
    FrameClassAnswers first =
        new FrameClassAnswers(
            List.of("a", "c"),
            "a",
            new int[][] {{0, 1, -1, 1}},
            new double[][][] {{{.9, .1}, {.4, .6}, {.5, .5}, {.7, .3}}});
    FrameClassAnswers second =
        new FrameClassAnswers(
            List.of("b", "c", "a"),
            "a",
            new int[][] {{0, 1, 2, 2}},
            new double[][][] {{{.5, .25, .25}, {.25, .5, .25}, {.5, .25, .25}, {.1, .1, .8}}});
    FrameClassAnswers one =
        new FrameClassAnswers(
            List.of("a", "c", "b"),
            "a",
            new int[][] {{0, 1, -1, 1}, {2, 1, 0, 0}},
            new double[][][] {
              {{.9, .1, 0}, {.4, .6, 0}, {.5, .5, 0}, {.7, .3, 0}},
              {{.25, .25, .5}, {.25, .5, .25}, {.25, .25, .5}, {.8, .1, .1}}
            });
    Answers both = readBack(first).and(readBack(second));
    assertThat(both.score()).isEqualTo(one.score());
    assertThat(((FrameClassAnswers) both).classes()).containsExactly("a", "c", "b");
  }

  @Test
  void aBackgroundThatOnlyTheSecondFoldHasIsKept() {
    FrameClassAnswers first =
        new FrameClassAnswers(
            List.of("c"), "", new int[][] {{0, 0}}, new double[][][] {{{1}, {1}}});
    FrameClassAnswers second =
        new FrameClassAnswers(
            List.of("a", "c"), "a", new int[][] {{0, 1}}, new double[][][] {{{1, 0}, {0, 1}}});
    assertThat(((FrameClassAnswers) first.and(second)).background()).isEqualTo("a");
  }

  @Test
  void twoKindsAreNotPutTogether() {
    Answers numbers = numbers(new double[][][] {{{1, 2}}}, new double[][][] {{{1, 2}}});
    Answers classes =
        new FrameClassAnswers(List.of("a"), "", new int[][] {{0}}, new double[][][] {{{1}}});
    assertThatThrownBy(() -> numbers.and(classes)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> classes.and(numbers)).isInstanceOf(IllegalArgumentException.class);
  }
}
