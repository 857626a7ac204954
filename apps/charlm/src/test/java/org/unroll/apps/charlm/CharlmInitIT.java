package org.unroll.apps.charlm;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** A config is drafted from texts, and trains. */
class CharlmInitIT {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir private Path folder;
  private Path config;
  private String prose;

  @BeforeEach
  void text() {
    config = folder.resolve("mine.yaml");
    Random random = new Random(3);
    String[] words = {"the dog", "a cat", "sees", "hears", "déjà vu", "no one", "and", "sleeps"};
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 60; line++) {
      for (int word = 0; word < 5; word++) {
        text.append(word == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
      }
      text.append(".\n");
    }
    prose = text.toString();
  }

  private String write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF_8));
  }

  private String write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes).toString();
  }

  private Unroll init(String... files) {
    List<String> command =
        new ArrayList<>(List.of("charlm", "init", "--force", "--out", config.toString()));
    command.addAll(Arrays.asList(files));
    return Unroll.run(command.toArray(String[]::new));
  }

  private Unroll drafted(String... files) {
    Unroll drafted = init(files);
    assertThat(drafted.exitCode()).as(drafted.out() + drafted.err()).isZero();
    assertThat(drafted.out().lines().count()).isLessThanOrEqualTo(20);
    return drafted;
  }

  private void assertTrains() {
    String file = config.toString();
    Unroll checked = Unroll.run("charlm", "config", "check", "-c", file, "--data");
    assertThat(checked.exitCode()).as(checked.err()).isZero();
    String run = folder.resolve("run").toString();
    Unroll trained =
        Unroll.run(
            "charlm",
            "train",
            "-c",
            file,
            "--no-ui",
            "--run-dir",
            run,
            "--test",
            "-s",
            "train.epochs=1",
            "-s",
            "threads=1",
            "-s",
            "graph.cells.size=8");
    assertThat(trained.exitCode()).as(trained.out() + trained.err()).isZero();
  }

  @Test
  void aFileIsCutAndTrainedOn() throws IOException {
    Unroll drafted = drafted(write("notes", prose));

    assertThat(drafted.out())
        .contains("notes: %,d characters in 60 lines".formatted(prose.length()), "(prose)")
        .contains("train, validation and test are [0.8, 0.1, 0.1]")
        .contains("different characters: 21, the rarest", "all of which stand in train, too")
        .contains("symbols to learn from are few", "net: LSTM, one layer of 64 units, dropout 0.5")
        .contains("next: ./unroll charlm train -c");
    assertThat(config)
        .content()
        .contains("source: " + folder.resolve("notes"), "batch: 2", "dropout: 0.5", "adam: 0.003");
    assertTrains();
  }

  @Test
  void anotherEncodingIsSaidAndAPackedFileIsUnpacked() throws IOException {
    assertThat(drafted(write("a.txt", prose.getBytes(WINDOWS))).out())
        .contains("encoding: windows-1252", "different characters: 21");
    assertThat(config).content().contains("encoding: windows-1252");

    String marked = write("b.txt", ("\uFEFF" + prose).getBytes(UTF_16LE));
    assertThat(drafted(marked).out()).contains("different characters: 21");
    assertThat(config).content().doesNotContain("encoding");

    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(prose.getBytes(UTF_8));
    }
    assertThat(drafted(write("c.gz", packed.toByteArray())).out()).contains("in 60 lines");
  }

  @Test
  void linesOfWindowsAreKept() throws IOException {
    Unroll drafted = drafted(write("a.txt", prose.replace("\n", "\r\n")));
    assertThat(drafted.out()).contains("line ends: CRLF in ", "kept as they are");
  }

  @Test
  void partsHaveFilesOrFoldersOfTheirOwn() throws IOException {
    write("data/train.txt", prose);
    write("data/valid.txt", prose + "ω");
    write("data/test.txt", prose);
    write("data/.hidden", "x");
    Unroll drafted = drafted(folder.resolve("data").toString());

    assertThat(drafted.out())
        .contains("train: " + folder.resolve("data/train.txt"), "validation: " + folder)
        .contains("1 of which do not stand in train and will be left out");
    assertThat(config)
        .content()
        .contains("validation: " + folder.resolve("data/valid.txt"), "test: ")
        .doesNotContain("split", "source");
    assertTrains();

    write("kinds/train/a.txt", prose);
    write("kinds/dev/b.txt", prose);
    drafted(folder.resolve("kinds").toString());
    assertThat(config)
        .content()
        .contains("train: " + folder.resolve("kinds/train") + "/", "validation: ");
  }

  @Test
  void aTestBesideOneFileStaysApart() throws IOException {
    Unroll drafted = drafted(write("train.txt", prose), write("test.txt", prose));
    assertThat(drafted.out()).contains("at the end evaluate --data " + folder.resolve("test.txt"));
    assertThat(config).content().contains("source: " + folder.resolve("train.txt"), "split");
  }

  @Test
  void aFolderIsReadButForWhatIsNoText() throws IOException {
    write("src/a/one.c", "static int one(int number) {\n  return 0;\n}\n".repeat(20));
    write("src/two.c", "static int two(int number) {\n  return 2;\n}\n".repeat(20));
    write("src/.git/x", "x");
    String source = folder.resolve("src").toString();
    assertThat(drafted(source).out())
        .contains("left out, hidden: " + source + "/.git")
        .contains("src/: 2 files, ", "(code)")
        .contains("lines of the validation part stand in train, too");
    assertThat(config).content().contains("source: " + source + "/");
    assertTrains();

    write("src/a/picture.png", new byte[] {1, 0, 2});
    assertThat(drafted(source).out()).contains("left out, no text: " + source + "/a/picture.png");
    assertThat(config).content().contains("source: [" + source + "/a/one.c, " + source + "/two.c]");
  }

  @Test
  void theFolderThatOneWorksInIsKnown() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("src/main"));
    assertThat(CharlmDraft.holds(folder, inside)).isTrue();
    assertThat(CharlmDraft.holds(inside.resolve(".."), inside)).isTrue();
    assertThat(CharlmDraft.holds(Path.of("."), Path.of(""))).isTrue();
    assertThat(CharlmDraft.holds(inside, folder)).isFalse();
  }

  @Test
  void aFileThatIsNoTextIsReadAsBytes() throws IOException {
    byte[] tune = new byte[2000];
    for (int i = 0; i < tune.length; i++) {
      tune[i] = (byte) (i % 7 == 0 ? 0 : 100 + i % 90);
    }
    Unroll drafted = drafted(write("a.mid", tune));
    assertThat(drafted.out()).contains("a.mid: 2,000 bytes, which are no text", "different bytes");
    assertThat(config).content().contains("units: byte # no text");
    assertTrains();
  }

  @Test
  void manyDifferentCharactersAreNotLearntEach() throws IOException {
    Random random = new Random(1);
    StringBuilder chinese = new StringBuilder();
    StringBuilder korean = new StringBuilder();
    for (int i = 0; i < 6000; i++) {
      chinese.appendCodePoint(0x4E00 + random.nextInt(900)).append(i % 9 == 0 ? "。\n" : "");
      korean.appendCodePoint(0xAC00 + random.nextInt(900)).append(i % 3 == 0 ? " " : "");
    }
    assertThat(drafted(write("a.txt", chinese.toString())).out())
        .contains("different characters: bytes are read, 2.8 a character, at most 256");
    assertThat(config).content().contains("units: byte");
    assertThat(drafted(write("b.txt", korean.toString())).out())
        .contains("different characters: subwords over bytes are read");
    assertThat(config).content().contains("text: {units: bpe, subwords: 2000}");
  }

  @Test
  void whatCannotBeLearntFromIsOneMessage() throws IOException {
    assertRefused("empty; expected a text", write("a.txt", ""));
    assertRefused("3 characters are too few to learn from", write("b.txt", "abc"));
    assertRefused("no.txt: there is no such file", folder.resolve("no.txt").toString());
    assertRefused("no file matches", folder.resolve("*.foo").toString());
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertRefused("empty: no text in it; name another folder", empty.toString());
    write("pictures/a.png", new byte[] {1, 0, 2});
    assertRefused("no text in it, but ", folder.resolve("pictures").toString());
  }

  private void assertRefused(String message, String file) {
    Unroll drafted = init(file);
    assertThat(drafted.exitCode()).isEqualTo(2);
    assertThat(drafted.err()).contains(message).hasLineCount(1);
    assertThat(config).doesNotExist();
  }
}
