package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

class FrameEvictionTest {
  @TempDir private Path folder;

  /** Of 100 bytes. */
  private void kept(String name, Duration written, Duration read) throws IOException {
    Path file = Files.write(folder.resolve(name), new byte[100]);
    Files.getFileAttributeView(file, BasicFileAttributeView.class)
        .setTimes(before(written), before(read), null);
  }

  private static FileTime before(Duration time) {
    return FileTime.from(Instant.now().minus(time));
  }

  private FrameEviction.Evicted evict(long limit, Duration since) throws IOException {
    return new FrameEviction(folder, limit, Instant.now().minus(since)).run();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() throws IOException {
    kept("a.frames", Duration.ofDays(9), Duration.ofDays(3));
    kept("b.frames", Duration.ofDays(5), Duration.ofDays(5));
    kept("c.frames", Duration.ofDays(4), Duration.ofDays(4));
    kept("other.txt", Duration.ofDays(99), Duration.ofDays(99));

    assertThat(evict(300, Duration.ZERO).files()).isZero();
    assertThat(evict(299, Duration.ZERO)).isEqualTo(new FrameEviction.Evicted(1, 100));
    assertThat(names()).containsExactly("a.frames", "c.frames", "other.txt");
    assertThat(evict(0, Duration.ZERO)).isEqualTo(new FrameEviction.Evicted(2, 200));
    assertThat(names()).containsExactly("other.txt");
  }

  /** By this process, or by another, which notes it every hour. */
  @Test
  void whatIsInUseStays() throws IOException {
    kept("now.frames", Duration.ofDays(9), Duration.ofMinutes(90));
    kept("own.frames", Duration.ofDays(9), Duration.ofHours(7));
    kept("old.frames", Duration.ofDays(9), Duration.ofHours(9));

    evict(0, Duration.ofHours(8));
    assertThat(names()).containsExactly("now.frames", "own.frames");
    evict(0, Duration.ofHours(6));
    assertThat(names()).containsExactly("now.frames");
  }

  @Test
  void theLimitIsThatOfTheEnvironment() {
    assertThat(FrameEviction.limit(Map.of())).isEqualTo(20_000_000_000L);
    assertThat(FrameEviction.limit(Map.of("UNROLL_FRAMES_CACHE_GB", "0.5"))).isEqualTo(500_000_000);
    for (String wrong : List.of("much", "-1", "NaN")) {
      assertThatThrownBy(() -> FrameEviction.limit(Map.of("UNROLL_FRAMES_CACHE_GB", wrong)))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "UNROLL_FRAMES_CACHE_GB=%s: expected gigabytes, such as 20; mend or unset it", wrong);
    }
  }
}
