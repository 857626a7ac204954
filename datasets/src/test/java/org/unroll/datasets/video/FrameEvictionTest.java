package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.datasets.catalog.CacheFolder;

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

  private void evict(Duration since) throws IOException {
    CacheFolder frames = new CacheFolder(folder, FrameCache.KIND, 0);
    new FrameEviction(frames, Instant.now().minus(since)).run();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** By this process, or by another, which notes it every hour. */
  @Test
  void whatIsInUseStays() throws IOException {
    kept("now.frames", Duration.ofDays(9), Duration.ofMinutes(90));
    kept("own.frames", Duration.ofDays(9), Duration.ofHours(7));
    kept("old.frames", Duration.ofDays(9), Duration.ofHours(9));

    evict(Duration.ofHours(8));
    assertThat(names()).containsExactly("now.frames", "own.frames");
    evict(Duration.ofHours(6));
    assertThat(names()).containsExactly("now.frames");
  }
}
