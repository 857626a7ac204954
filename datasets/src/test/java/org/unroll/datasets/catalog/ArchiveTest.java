package org.unroll.datasets.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.UserError;
import org.unroll.datasets.catalog.TestArchives.Member;

class ArchiveTest {
  private static final ArchiveLimits SMALL = new ArchiveLimits(10, 100_000);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "a/../../evil", "/etc/evil", "C:/evil", "a\\..\\evil"})
  void nameThatPointsOutsideIsRefused(String name) throws IOException {
    for (Path archive : both(TestArchives.members(List.of("good.txt", name), 10))) {
      assertThatThrownBy(() -> unpack(archive, "evil", "good.txt"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("evil' that points outside");
    }
    assertThat(folder.resolve("out/evil")).doesNotExist();
    assertThat(folder.getParent().resolve("evil")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../../elsewhere", "good.txt"})
  void linksAreRefused(String target) throws IOException {
    List<Member> members =
        List.of(new Member("good.txt", new byte[9]), new Member(TestArchives.LINK + target, null));
    for (Path archive : both(members)) {
      assertThatThrownBy(() -> unpack(archive, "/"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("is a link");
    }
  }

  /** 10 MB of zeros pack to 10 kB; those of the tar need not even be wanted. */
  @Test
  void bombStopsAtTheLimit() throws IOException {
    for (Path archive : both(TestArchives.members(List.of("bomb"), 10_000_000))) {
      assertThat(Files.size(archive)).isLessThan(20_000);
      assertThatThrownBy(() -> unpack(archive, "bomb"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("100,000 bytes");
      assertThat(Files.size(folder.resolve("out/bomb"))).isLessThanOrEqualTo(100_000);
      Files.delete(folder.resolve("out/bomb"));
    }
    Path tar = tarGz(TestArchives.members(List.of("bomb", "good.txt"), 10_000_000));
    assertThatThrownBy(() -> unpack(tar, "good.txt")).hasMessageContaining("100,000 bytes");
  }

  @Test
  void limitHoldsForAllMembersTogether() throws IOException {
    for (Path archive : both(TestArchives.members(List.of("a", "b"), 60_000))) {
      assertThatThrownBy(() -> unpack(archive, "a", "b")).hasMessageContaining("100,000 bytes");
      Files.deleteIfExists(folder.resolve("out/a"));
      Files.deleteIfExists(folder.resolve("out/b"));
    }
  }

  @Test
  void tooManyMembersAreRefused() throws IOException {
    List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
    for (Path archive : both(TestArchives.members(names, 1))) {
      assertThatThrownBy(() -> unpack(archive, "z"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("11 members");
    }
  }

  @Test
  void oneMemberTwiceIsRefused() throws IOException {
    for (Path archive : both(TestArchives.members(List.of("a", "a"), 1))) {
      assertThatThrownBy(() -> unpack(archive, "a"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("two members 'a'");
      Files.delete(folder.resolve("out/a"));
    }
  }

  @Test
  void missingMemberIsSaid() throws IOException {
    for (Path archive : both(TestArchives.members(List.of("a"), 1))) {
      assertThatThrownBy(() -> unpack(archive, "b"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("no member b");
    }
  }

  /** Cut off, and with single bytes changed: a message or the right content, never a crash. */
  @ParameterizedTest
  @CsvSource({"zip", "tar.gz"})
  void damagedArchivesAreSaid(String ending) throws IOException {
    byte[] content = new byte[3_000];
    new Random(3).nextBytes(content);
    List<Member> members = List.of(new Member("a", content));
    byte[] whole = ending.equals("zip") ? TestArchives.zip(members) : TestArchives.tarGz(members);
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      byte[] damaged = Arrays.copyOf(whole, i < 50 ? random.nextInt(whole.length) : whole.length);
      if (i >= 50) {
        damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path archive = Files.write(folder.resolve("damaged." + ending), damaged);
      Files.deleteIfExists(folder.resolve("out/a"));
      try {
        unpack(archive, "a");
      } catch (UserError e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(100, 200);
  }

  @Test
  void foldersKeepTheNamesInsideThem() throws IOException {
    List<Member> members =
        List.of(
            new Member("set/img/", new byte[0]),
            new Member("set/img/b.txt", "b".getBytes(UTF_8)),
            new Member("set/img/a/c.txt", "c".getBytes(UTF_8)),
            new Member("set/imgs.txt", "d".getBytes(UTF_8)));
    for (Path archive : both(members)) {
      unpack(archive, "set/img/");
      Path there = folder.resolve("out/set/img");
      assertThat(there.resolve("b.txt")).hasContent("b");
      assertThat(there.resolve("a/c.txt")).hasContent("c");
      assertThat(folder.resolve("out/set/imgs.txt")).doesNotExist();
      FileUtils.forceDelete(folder.resolve("out").toFile());
    }
  }

  @Test
  void tarOfTheFolderItStoodInIsRead() throws IOException {
    Path tar = tarGz(List.of(new Member("./", new byte[0]), new Member("./a", new byte[5])));
    unpack(tar, "a");
    assertThat(folder.resolve("out/a")).hasSize(5);
  }

  @Test
  void otherFilesAreNoArchives() throws IOException {
    Path file = Files.writeString(folder.resolve("a.rar"), "x");
    assertThatThrownBy(() -> unpack(file, "a")).hasMessageContaining("must end in .zip");
  }

  /** Each member to its own name in {@code out}; {@code /} is everything. */
  private void unpack(Path archive, String... members) throws IOException {
    Map<CatalogFile, Path> targets = new LinkedHashMap<>();
    for (String member : members) {
      CatalogFile.Packed packed =
          new CatalogFile.Packed("archive", member.equals("/") ? "" : member);
      targets.put(
          new CatalogFile(member, Optional.empty(), Optional.of(packed), Optional.empty(), -1),
          folder.resolve("out/" + (member.equals("/") ? "" : member)));
    }
    new Unpacking(new Archive(archive, "the archive", SMALL), targets).run();
  }

  private List<Path> both(List<Member> members) throws IOException {
    return List.of(
        Files.write(folder.resolve("test.zip"), TestArchives.zip(members)), tarGz(members));
  }

  private Path tarGz(List<Member> members) throws IOException {
    return Files.write(folder.resolve("test.tar.gz"), TestArchives.tarGz(members));
  }
}
