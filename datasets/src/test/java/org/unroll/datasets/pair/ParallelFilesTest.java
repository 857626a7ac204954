package org.unroll.datasets.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;

class ParallelFilesTest {
  private static Optional<ParallelFiles> of(String... names) {
    return ParallelFiles.of(paths(names), Optional.empty(), Optional.empty());
  }

  private static List<Path> paths(String... names) {
    return Arrays.stream(names).map(Path::of).toList();
  }

  private static void assertPair(String source, String target, String... names) {
    ParallelFiles found = of(names).orElseThrow();
    assertThat(List.of(found.source(), found.target())).containsExactly(source, target);
    assertThat(found.pairs()).containsOnlyKeys(Path.of(names[0]));
  }

  @Test
  void namesDifferInTheLanguage() {
    assertPair("de", "en", "a/train.de", "a/train.en");
    assertPair("en", "de", "a/train.en", "a/train.de");
    assertPair("zh-CN", "en", "corpus.zh-CN.gz", "corpus.en.gz");
    assertPair("en", "de", "europarl-v7.de-en.en", "europarl-v7.de-en.de");
    assertPair("de", "en", "de/all.txt", "en/all.txt");
    assertPair("german", "english", "german.txt", "english.txt");
    assertPair("a", "b", "a.txt", "b.txt");
  }

  @Test
  void partsArePairedAndOthersAreLeft() {
    ParallelFiles found = of("README", "dev.fr", "dev.en", "train.fr", "train.en").orElseThrow();

    assertThat(found.pairs())
        .containsEntry(Path.of("dev.fr"), Path.of("dev.en"))
        .containsEntry(Path.of("train.fr"), Path.of("train.en"))
        .hasSize(2);
    assertThat(found.others()).containsExactly(Path.of("README"));
  }

  @Test
  void partsOfOneLanguageAreNoTranslations() {
    assertThat(of("train.de", "test.de")).isEmpty();
    assertThat(of("train.de", "dev.en")).isEmpty();
  }

  @Test
  void theSourceIsCalledSo() {
    ParallelFiles found = of("train.tgt", "train.src").orElseThrow();
    assertThat(found.source()).isEqualTo("src");
    assertThat(found.pairs()).containsEntry(Path.of("train.src"), Path.of("train.tgt"));
  }

  @Test
  void ofThreeLanguagesTwoMustBeNamed() {
    assertThatThrownBy(() -> of("x.de", "x.en", "x.fr"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("more than two languages (de, en, fr)")
        .hasMessageContaining("--source and --target");
    List<Path> files = paths("x.de", "x.en", "x.fr");
    ParallelFiles found =
        ParallelFiles.of(files, Optional.of("fr"), Optional.of("de")).orElseThrow();
    assertThat(found.pairs()).containsOnly(Map.entry(Path.of("x.fr"), Path.of("x.de")));
    assertThatThrownBy(() -> ParallelFiles.of(files, Optional.of("it"), Optional.empty()))
        .hasMessageContaining("no two files that translate from it; their names tell de, en, fr");
  }
}
