package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  private static Segments of(int... numbers) {
    return Segments.of(numbers, OptionalInt.empty());
  }

  @Test
  void segmentsEndWhereTheClassChanges() {
    assertThat(of(2, 2, 0, 2, 1, 1).list())
        .containsExactly(
            new Segment(2, 0, 2), new Segment(0, 2, 3), new Segment(2, 3, 4), new Segment(1, 4, 6));
    assertThat(of().list()).isEmpty();
  }

  @Test
  void framesWithoutALabelAndTheBackgroundAreBetweenSegments() {
    assertThat(Segments.of(new int[] {0, 1, 1, 0, 1, -1, 1, 0}, OptionalInt.of(0)).list())
        .containsExactly(new Segment(1, 1, 3), new Segment(1, 4, 5), new Segment(1, 6, 7));
  }

  @Test
  void overlapIsOverTheUnion() {
    assertThat(new Segment(0, 0, 6).overlap(new Segment(0, 4, 9))).isEqualTo(2.0 / 9);
    assertThat(new Segment(0, 0, 4).overlap(new Segment(0, 4, 9))).isZero();
    assertThat(new Segment(0, 2, 4).overlap(new Segment(0, 0, 8))).isEqualTo(0.25);
  }

  /** a b c against a c d: one deleted, one inserted, of three. */
  @Test
  void editIsOfTheOrderAlone() {
    assertThat(of(0, 0, 1, 2).edit(of(0, 2, 2, 3))).isCloseTo(100.0 / 3, within(1e-12));
    assertThat(of(0, 0, 0, 1).edit(of(0, 1, 1, 1))).isEqualTo(100);
    assertThat(of(0, 1, 0, 1).edit(of(0))).isEqualTo(25);
    assertThat(of(0).edit(of(0, 1, 0, 1))).isEqualTo(25);
    assertThat(of(0).edit(of())).isZero();
    assertThat(of().edit(of())).isEqualTo(100);
  }

  /** The action in two pieces overlaps by 3/6 and 2/6, but only one piece counts. */
  @Test
  void ofAnActionInPiecesOnePieceCounts() {
    Segments truth = of(1, 1, 1, 1, 1, 1);
    Segments predicted = of(1, 1, 1, 0, 1, 1);
    assertThat(truth.found(predicted, 0.25)).isEqualTo(1);
    assertThat(truth.found(predicted, 0.5)).isEqualTo(1);
    assertThat(truth.found(predicted, 0.51)).isZero();
  }

  /**
   * The second piece overlaps the long action by 5/12, which the first has taken, and the short one
   * by 1/7, which would be enough.
   */
  @Test
  void aSegmentIsHeldAgainstTheOneItOverlapsMost() {
    Segments truth = of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1);
    Segments predicted = of(1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1);
    assertThat(truth.found(predicted, 0.1)).isEqualTo(1);
  }

  @Test
  void nothingIsFoundWhereThereIsNothing() {
    assertThat(of().found(of(1, 1), 0.1)).isZero();
    assertThat(of(1, 1).found(of(), 0.1)).isZero();
    assertThat(of(1, 1).found(of(2, 2), 0.1)).isZero();
  }
}
