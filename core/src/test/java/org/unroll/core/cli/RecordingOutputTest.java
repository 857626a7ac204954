package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unroll.core.app.TimedSegment;

class RecordingOutputTest {
  private static final List<TimedSegment> SEGMENTS =
      List.of(
          new TimedSegment("clip", 0, 29, "wave, then \"stop\"", 0, 1.2),
          new TimedSegment("clip", 30, 44, " ", 1.2, 1.8),
          new TimedSegment("clip", 45, 90_149, "two\nlines", 1.8, 3605.9996));

  @Test
  void subtitlesAreNumberedBlocksOfSubRip() {
    assertThat(Subtitles.of(SEGMENTS))
        .isEqualTo(
            """
            1
            00:00:00,000 --> 00:00:01,200
            wave, then "stop"

            2
            00:00:01,800 --> 01:00:06,000
            two\\nlines

            """);
  }

  @Test
  void otherAppsWriteNoSubtitles() {
    Optional<Path> table = Optional.of(Path.of("x.csv"));
    Optional<Path> subtitles = Optional.of(Path.of("x.srt"));

    assertThatCode(() -> RecordingOutput.requireNoSubtitles("toy", table))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> RecordingOutput.requireNoSubtitles("toy", subtitles))
        .hasMessageStartingWith("--out x.srt: 'toy' answers about no recording");
  }

  @Test
  void segmentsAreRowsWithBothEndsCounted() {
    assertThat(RecordingOutput.table(SEGMENTS.subList(0, 2)))
        .isEqualTo(
            """
            video,start,end,label,start-seconds,end-seconds
            clip,0,29,"wave, then ""stop\""",0.0,1.2
            clip,30,44," ",1.2,1.8
            """);
    assertThat(RecordingOutput.table(List.of()))
        .isEqualTo("video,start,end,label,start-seconds,end-seconds\n");
  }
}
