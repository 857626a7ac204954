package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.List;
import org.unroll.core.OneLine;
import org.unroll.core.app.TimedSegment;

/**
 * Segments as SubRip has them: a number, the times, the text, an empty line. Players leave out
 * blocks without a text, and those of frames without a label are.
 */
final class Subtitles {
  private static final int SECOND = 1000;
  private static final int MINUTE = 60 * SECOND;
  private static final int HOUR = 60 * MINUTE;

  private Subtitles() {}

  /** Whether a file is called as subtitles are. */
  static boolean isName(Path file) {
    return file.toString().endsWith(".srt");
  }

  static String of(List<TimedSegment> segments) {
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (TimedSegment each : segments) {
      if (!each.label().isBlank()) {
        text.append(number++).append('\n');
        text.append(time(each.startSeconds())).append(" --> ").append(time(each.endSeconds()));
        text.append('\n').append(OneLine.of(each.label())).append("\n\n");
      }
    }
    return text.toString();
  }

  /** Such as {@code 00:00:01,200}; hours may have more digits. */
  private static String time(double seconds) {
    long all = Math.round(seconds * SECOND);
    return "%02d:%02d:%02d,%03d"
        .formatted(all / HOUR, all % HOUR / MINUTE, all % MINUTE / SECOND, all % SECOND);
  }
}
