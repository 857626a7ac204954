package org.unroll.apps.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** A config is drafted from files, and trains. */
class TranslateInitIT {
  private static final String[] NOUNS = {"dog", "cat", "man", "girl", "bird"};
  private static final String[] VERBS = {"sees", "finds", "hears", "likes"};

  @TempDir private Path folder;
  private Path config;
  private final StringBuilder english = new StringBuilder();
  private final StringBuilder german = new StringBuilder();
  private final StringBuilder table = new StringBuilder();

  @BeforeEach
  void sentences() {
    config = folder.resolve("mine.yaml");
    for (String one : NOUNS) {
      for (String verb : VERBS) {
        for (String other : NOUNS) {
          String from = "The %s %s the %s.".formatted(one, verb, other);
          String to = "Das %s %st das %s.".formatted(one, verb, other);
          english.append(from).append('\n');
          german.append(to).append('\n');
          table.append(from + "\t" + to + "\tCC-BY 2.0 (France) Attribution: tatoeba.org\n");
        }
      }
    }
  }

  private String write(String name, CharSequence text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Unroll init(String... files) {
    List<String> command =
        new ArrayList<>(List.of("translate", "init", "--out", config.toString()));
    command.addAll(Arrays.asList(files));
    return Unroll.run(command.toArray(String[]::new));
  }

  private void assertTrains() {
    Unroll trained =
        Unroll.run(
            "translate",
            "train",
            "-c",
            config.toString(),
            "--no-ui",
            "--run-dir",
            folder.resolve("run").toString(),
            "-s",
            "train.epochs=1",
            "-s",
            "threads=1",
            "--test");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  @Test
  void twoFilesAreCutAndTrainedOn() throws IOException {
    Unroll drafted = init(write("all.en", english), write("all.de", german));

    assertThat(drafted.exitCode()).as(drafted.err()).isZero();
    assertThat(drafted.out())
        .contains("all.de; 100 pairs", "translates English (en) to German (de)")
        .contains("\"The dog sees the dog.\" to \"Das dog seest das dog.\"", "--source de")
        .contains("sentence pairs are few", "train: ");
    assertThat(config)
        .content()
        .contains("target: " + folder.resolve("all.de"), "split: {by: random")
        .contains("tokenizer: word", "detokenise: true");
    assertTrains();
  }

  @Test
  void partsHaveFilesOfTheirOwn() throws IOException {
    for (String part : List.of("train", "dev", "test")) {
      write(part + ".en", english);
      write(part + ".de", german);
    }
    Unroll drafted = init(folder.toString(), "--source", "de");

    assertThat(drafted.exitCode()).as(drafted.err()).isZero();
    assertThat(drafted.out()).contains("translates German (de) to English (en):", "test: it is");
    assertThat(config).content().contains("validation: {source: " + folder.resolve("dev.de"));
  }

  @Test
  void aTableWithoutAHeaderIsTrainedOn() throws IOException {
    Unroll drafted = init(write("deu.txt", table));

    assertThat(drafted.exitCode()).as(drafted.err()).isZero();
    assertThat(drafted.out())
        .contains("100 rows, 3 columns, no header line", "column 1 to column 2");
    assertThat(config).content().contains("header: [source, target]");
    assertTrains();
  }

  @Test
  void columnsAreNamed() throws IOException {
    String rows = table.toString().replace("\tCC", "\t\"CC").replace("org\n", "org\"\n");
    Unroll drafted = init(write("a.tsv", "english\tgerman\tby\n" + rows), "--source", "german");

    assertThat(drafted.exitCode()).as(drafted.err()).isZero();
    assertThat(config).content().contains("columns: {source: german, target: english}");
  }

  @Test
  void wrongFilesAreOneMessage() throws IOException {
    assertRefused(init(write("all.en", english)), "expected two files of which line n");
    assertRefused(
        init(write("a.en", english), write("a.de", german + "mehr\n")), "a.en has 100 lines");
    assertRefused(init(folder.resolve("no.de").toString()), "no.de: there is no such file");
    assertRefused(
        init(write("b.en", english), write("b.de", german), "--source", "fr"),
        "no two files that translate from fr; their names tell en, de");
  }

  private void assertRefused(Unroll drafted, String message) {
    assertThat(drafted.exitCode()).isEqualTo(2);
    assertThat(drafted.err()).contains(message).hasLineCount(1);
    assertThat(config).doesNotExist();
  }
}
