package org.unroll.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.config.UserError;

class ZipUnpackerTest {
  private static final ZipUnpacker SMALL = new ZipUnpacker(10, 100_000);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "a/../../evil", "/etc/evil", "C:/evil", "a\\..\\evil", "./x"})
  void nameThatPointsOutsideIsRefused(String name) throws IOException {
    Path zip = zip(List.of("good.txt", name), 10);
    Path target = folder.resolve("out.txt");
    assertThatThrownBy(() -> SMALL.unpack(zip, "the zip", Map.of("good.txt", target)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(name)
        .hasMessageContaining("outside");
    assertThat(target).doesNotExist();
  }

  /** 10 MB of zeros pack to 10 kB. */
  @Test
  void bombStopsAtTheLimit() throws IOException {
    Path zip = zip(List.of("bomb"), 10_000_000);
    assertThat(Files.size(zip)).isLessThan(20_000);
    Path target = folder.resolve("out");
    assertThatThrownBy(() -> SMALL.unpack(zip, "the zip", Map.of("bomb", target)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("100,000 bytes");
    assertThat(Files.size(target)).isLessThanOrEqualTo(100_000);
  }

  @Test
  void limitHoldsForAllMembersTogether() throws IOException {
    Path zip = zip(List.of("a", "b"), 60_000);
    Map<String, Path> both = Map.of("a", folder.resolve("a"), "b", folder.resolve("b"));
    assertThatThrownBy(() -> SMALL.unpack(zip, "the zip", both)).isInstanceOf(UserError.class);
  }

  @Test
  void tooManyMembersAreRefused() throws IOException {
    Path zip = zip(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"), 1);
    assertThatThrownBy(() -> SMALL.unpack(zip, "the zip", Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("11 members");
  }

  @Test
  void damagedArchiveAndMissingMemberAreSaid() throws IOException {
    Path torn = Files.write(folder.resolve("torn.zip"), new byte[] {'P', 'K', 3, 4, 0});
    assertThatThrownBy(() -> SMALL.unpack(torn, "the zip", Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not a whole zip");
    Path zip = zip(List.of("a"), 1);
    assertThatThrownBy(() -> SMALL.unpack(zip, "the zip", Map.of("b", folder.resolve("b"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no member b");
  }

  private Path zip(List<String> names, int bytes) throws IOException {
    Path file = folder.resolve("test.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(new byte[bytes]);
      }
    }
    return file;
  }
}
