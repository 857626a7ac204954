package org.unroll.apps.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.core.app.TimedSegment;

class VideoPredictionTest {
  private static VideoPrediction said(
      List<Integer> frames, List<Double> seconds, String... labels) {
    List<Double> probabilities = java.util.Collections.nCopies(labels.length, 0.5);
    return new VideoPrediction(
        "clip", 10, frames, seconds, List.of(labels), probabilities, Map.of());
  }

  @Test
  void neighboursOfOneClassAreASegment() {
    VideoPrediction said = said(List.of(), List.of(), "a", "a", "b", "a");

    assertThat(said.segments())
        .containsExactly(
            new TimedSegment("clip", 0, 1, "a", 0, 0.2),
            new TimedSegment("clip", 2, 2, "b", 0.2, 0.3),
            new TimedSegment("clip", 3, 3, "a", 0.3, 0.4));
    assertThat(said.toLines()).contains("clip  0.00–0.20 s  a");
  }

  @Test
  void framesLeftOutAreOfTheSegmentBefore() {
    // frames 3 and 4 of the file are damaged; its first has the number 1
    VideoPrediction said =
        said(List.of(1, 2, 5, 6), List.of(0.0, 0.1, 0.4, 0.5), "a", "a", "b", "b");

    assertThat(said.segments())
        .containsExactly(
            new TimedSegment("clip", 1, 4, "a", 0, 0.4),
            new TimedSegment("clip", 5, 6, "b", 0.4, 0.6));
    assertThat(said.rows().get(2)).containsEntry("frame", 5).containsEntry("seconds", "0.40");
  }

  @Test
  void aSegmentWithoutAFrameOfTheFileIsLeftOut() {
    // taken twice as often as the file has frames
    VideoPrediction said = said(List.of(0, 0, 1, 1, 2, 2), List.of(), "a", "b", "b", "b", "c", "c");

    assertThat(said.segments())
        .extracting(TimedSegment::start, TimedSegment::end, TimedSegment::label)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 1, "b"),
            org.assertj.core.groups.Tuple.tuple(2, 2, "c"));
  }

  @Test
  void numbersAreWrittenOverFramesWithTheirNames() {
    Map<String, List<Double>> numbers = Map.of("steering", List.of(0.25, -1.0));
    VideoPrediction said =
        new VideoPrediction("clip", 10, List.of(), List.of(), List.of(), List.of(), numbers);

    assertThat(said.segments()).isEmpty();
    assertThat(said.rows()).hasSize(2);
    assertThat(said.caption(1)).containsExactly("steering -1.000");
  }
}
