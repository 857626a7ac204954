package org.unroll.datasets.catalog;

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
import org.unroll.datasets.catalog.CacheFolder.Evicted;

class CacheFolderTest {
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

  private Evicted evict(long limit) throws IOException {
    return new CacheFolder(folder, "frames", limit).evict(Instant.MAX);
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

    assertThat(evict(300).files()).isZero();
    assertThat(evict(299)).isEqualTo(new Evicted(1, 100));
    assertThat(names()).containsExactly("a.frames", "c.frames", "other.txt");
    assertThat(evict(0)).isEqualTo(new Evicted(2, 200));
    assertThat(names()).containsExactly("other.txt");
  }

  @Test
  void theLimitIsThatOfTheEnvironment() {
    assertThat(CacheFolder.limit("frames", Map.of())).isEqualTo(20_000_000_000L);
    assertThat(CacheFolder.limit("frames", Map.of("UNROLL_FRAMES_CACHE_GB", "0.5")))
        .isEqualTo(500_000_000);
    for (String wrong : List.of("much", "-1", "NaN")) {
      assertThatThrownBy(() -> CacheFolder.limit("frames", Map.of("UNROLL_FRAMES_CACHE_GB", wrong)))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "UNROLL_FRAMES_CACHE_GB=%s: expected gigabytes, such as 20; mend or unset it", wrong);
    }
  }
}
