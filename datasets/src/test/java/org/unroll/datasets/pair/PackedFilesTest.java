package org.unroll.datasets.pair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.datasets.table.ReadTexts;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.PretrainedVectors;
import org.unroll.datasets.text.SentencePair;
import org.unroll.datasets.text.Vocabulary;

/** A file whose name ends in .gz is read as the file in it, and says so if it is none. */
class PackedFilesTest {
  private static final String ROWS = "text,label\nfine,good\n\"two\nlines\",bad\n";

  @TempDir private Path folder;
  private final ReadTexts tables = new ReadTexts("text", "label", 0);

  static byte[] packed(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private Path write(String name, byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  @Test
  void soundOnesAreReadToTheirEnd() throws IOException {
    Path csv = write("a.csv.gz", packed("\uFEFF" + ROWS));
    assertThat(tables.labelled(csv).rows())
        .extracting(LabelledText::text)
        .containsExactly("fine", "two\nlines");
    Path twice = write("b.csv.GZ", packed("text,label\nfine,good\n"), packed("dull,bad\n"));
    assertThat(tables.labelled(twice).rows()).hasSize(2);
  }

  @Test
  void aQuoteThatIsNeverClosedIsFoundInThem() throws IOException {
    assertRefused(
        write("a.csv.gz", packed(ROWS + "\"open,good\nb,bad\n")), "a.csv.gz:5", "never closed");
  }

  @Test
  void everyKindOfTextFileMayBePacked() throws IOException {
    PairTables pairs = new PairTables(new PairColumns("a", "b"), new Tables(Optional.empty(), 0));
    Path source = write("a.de.gz", packed("\uFEFFeins\nzwei\n"));
    Path target = write("a.en.gz", packed("one\ntwo\n"));
    assertThat(pairs.lines(source, target).rows())
        .extracting(SentencePair::source)
        .containsExactly("eins", "zwei");
    assertThat(pairs.sentences(source, new DataAccess(true, notice -> {})))
        .extracting(row -> row.input().orElseThrow().text())
        .containsExactly("eins", "zwei");
    assertThat(pairs.tabbed(write("a.txt.gz", packed("a\tb\tc\n"))).rows()).hasSize(1);
    Vocabulary words = Vocabulary.fit(List.of(List.of("a")), 1, OptionalInt.empty());
    Path vectors = write("glove.txt.gz", packed("a 1 2\n"));
    assertThat(PretrainedVectors.read(vectors, words, 2, 1, Progress.SILENT).rows()[2])
        .containsExactly(1, 2);
  }

  @Test
  void whatIsNoGzipIsRefused() throws IOException {
    assertRefused(write("a.csv.gz", ROWS.getBytes(UTF_8)), "a.csv.gz: not packed by gzip", "name");
    assertRefused(write("a.csv.gz"), "a.csv.gz: not packed by gzip");
    assertRefused(write("a.csv.gz", zip()), "a.csv.gz: a zip archive", "unpack");
    Path vectors = write("glove.gz", "a 1 2\n".getBytes(UTF_8));
    Vocabulary words = Vocabulary.fit(List.of(List.of("a")), 1, OptionalInt.empty());
    assertThatThrownBy(() -> PretrainedVectors.read(vectors, words, 2, 1, Progress.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("glove.gz: not packed by gzip");
  }

  @Test
  void damagedOnesAreRefused() throws IOException {
    byte[] whole = packed(ROWS.repeat(50));
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> tables.labelled(write("a.csv.gz", cut)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("a.csv.gz: ");
    }
    assertRefused(write("a.csv.gz", Arrays.copyOf(whole, 40)), "cut off", "again");
    byte[] changed = whole.clone();
    changed[changed.length - 7] ^= 1; // of the checksum
    assertRefused(write("a.csv.gz", changed), "a.csv.gz: damaged", "again");
    assertRefused(write("a.csv.gz", whole, ROWS.getBytes(UTF_8)), "a.csv.gz: damaged", "again");
  }

  @Test
  void archivesUnderOtherNamesAreToldFromTexts() throws IOException {
    assertRefused(write("a.csv", packed(ROWS)), "a.csv: packed by gzip", ".gz");
    assertRefused(write("a.csv", zip()), "a.csv: a zip archive", "unpack");
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      zip.write(ROWS.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private void assertRefused(Path file, String... message) {
    assertThatThrownBy(() -> tables.labelled(file))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(message);
  }
}
