package org.unroll.datasets.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.table.TextSplit;
import org.unroll.datasets.text.SentencePair;

class PairSourcesTest {
  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();
  private final DataAccess access = new DataAccess(true, notices::add);

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static PairData data(
      Optional<String> source, Optional<PairFiles> files, Optional<TextSplit> split) {
    return data(source, Optional.empty(), files, split);
  }

  private static PairData data(
      Optional<String> source,
      Optional<String> target,
      Optional<PairFiles> files,
      Optional<TextSplit> split) {
    return new PairData(
        source.map(List::of),
        target.map(List::of),
        Optional.empty(),
        Optional.empty(),
        files,
        files,
        Optional.empty(),
        split,
        new PairColumns("source", "target"),
        TableLayout.TOLD,
        Optional.empty(),
        0.3,
        new PairCleaning(100, 4, true),
        2,
        50,
        true);
  }

  private List<SentencePair> lines(Path source, Path target) {
    PairFiles files =
        new PairFiles(
            Optional.empty(), Optional.of(source.toString()), Optional.of(target.toString()));
    return new PairSources(data(Optional.empty(), Optional.of(files), Optional.empty()), access)
        .open()
        .read(Split.TRAIN);
  }

  @Test
  void linesOfTwoFilesGoTogether() throws IOException {
    Path source = write("a.de", "\uFEFFein Hund\r\n\n\neine Katze\nx\n");
    Path target = write("a.en", "a dog\n\nlost\na cat\ny\n");
    List<SentencePair> pairs = lines(source, target);

    assertThat(pairs.stream().map(SentencePair::source))
        .containsExactly("ein Hund", "eine Katze", "x");
    assertThat(pairs.stream().map(SentencePair::target)).containsExactly("a dog", "a cat", "y");
    assertThat(pairs.get(1).origin().line()).isEqualTo(4);
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0)).contains("1 of 4 rows bad", "a.de:3", "this line is empty in");
  }

  @Test
  void linesOfTwoFilesAreCutTogether() throws IOException {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      numbers.append("number ").append(i).append('\n');
    }
    Path source = write("all.de", numbers.toString());
    Path target = write("all.en", numbers.toString());
    TextSplit split = new TextSplit(TextSplit.By.RANDOM, List.of(0.8, 0.1, 0.1));
    Source<List<SentencePair>> cut =
        new PairSources(
                data(
                    Optional.of(source.toString()),
                    Optional.of(target.toString()),
                    Optional.empty(),
                    Optional.of(split)),
                access)
            .open();

    int count = 0;
    for (Split part : Split.values()) {
      List<SentencePair> pairs = cut.read(part);
      pairs.forEach(pair -> assertThat(pair.target()).isEqualTo(pair.source()));
      count += pairs.size();
    }
    assertThat(count).isEqualTo(50);
    assertThat(cut.digests()).containsOnlyKeys(source.toString(), target.toString());
  }

  @Test
  void unequalFilesAreRefusedWithBothCounts() throws IOException {
    Path source = write("a.de", "eins\nzwei\n");
    Path target = write("a.en", "one\ntwo\nthree\nfour\n");

    assertThatThrownBy(() -> lines(source, target))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.de has 2 lines")
        .hasMessageContaining("a.en has 4");
    assertThatThrownBy(() -> lines(target, source)).hasMessageContaining("a.de has 2");
  }

  @Test
  void brokenUtf8IsNamedWithItsLine() throws IOException {
    Path source = write("a.de", "eins\nzwei\n");
    Path target = folder.resolve("a.en");
    Files.write(target, "one\ntw\u00F6\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> lines(source, target))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.en:2: not UTF-8");
  }

  @Test
  void aTableIsCutBySourceSentence() throws IOException {
    StringBuilder table = new StringBuilder("target\tid\tsource\n");
    for (int i = 0; i < 300; i++) {
      table.append("t").append(i).append('\t').append(i).append("\ts").append(i / 3).append('\n');
    }
    Path file = write("pairs.tsv", table.toString());
    TextSplit split = new TextSplit(TextSplit.By.RANDOM, List.of(0.6, 0.2, 0.2));
    Source<List<SentencePair>> source =
        new PairSources(
                data(Optional.of(file.toString()), Optional.empty(), Optional.of(split)), access)
            .open();

    Set<String> seen = new HashSet<>();
    int all = 0;
    for (Split part : Split.values()) {
      Set<String> here = new HashSet<>();
      source.read(part).forEach(pair -> here.add(pair.source()));
      assertThat(seen).doesNotContainAnyElementsOf(here);
      seen.addAll(here);
      all += source.read(part).size();
    }
    assertThat(all).isEqualTo(300);
    assertThat(source.digests()).hasSize(1);
  }

  @Test
  void unknownNamesAreRefused() {
    assertThatThrownBy(
            () ->
                new PairSources(
                        data(Optional.of("multi3k"), Optional.empty(), Optional.empty()), access)
                    .open())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean multi30k?");
  }

  @Test
  void cleaningCounts() {
    List<SentencePair> pairs = new ArrayList<>();
    pairs.add(new SentencePair("a b", "x y", null));
    pairs.add(new SentencePair("a b", "x y", null));
    pairs.add(new SentencePair("w ".repeat(11), "w", null));
    pairs.add(new SentencePair("a", "x ".repeat(30), null));
    PairCleaning.Cleaned cleaned = new PairCleaning(20, 3, false).clean(pairs);

    assertThat(cleaned.pairs()).hasSize(1);
    assertThat(cleaned.dropped())
        .isEqualTo("1 pairs are left; dropped 1 too long, 1 of unlike lengths, 1 repeated");
    assertThat(new PairCleaning(100, 100, true).clean(pairs).dropped()).isEmpty();
  }
}
