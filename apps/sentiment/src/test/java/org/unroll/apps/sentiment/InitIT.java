package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** From a file to a config that trains, without a word of YAML. */
class InitIT {
  private static final String[] GOOD = {"superb", "lovely", "fine", "great"};
  private static final String[] BAD = {"dull", "bad", "weak", "awful"};

  @TempDir private Path folder;
  private Path config;

  @BeforeEach
  void name() {
    config = folder.resolve("mine.yaml");
  }

  private Unroll init(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("sentiment", "init", "--out", config.toString()));
    for (Object each : arguments) {
      all.add(each.toString());
    }
    return Unroll.run(all.toArray(String[]::new));
  }

  private static String text(int i, boolean good) {
    return "no. %d: the plot was %s".formatted(i, (good ? GOOD : BAD)[i % GOOD.length]);
  }

  private Path table(String name, String header, String row) throws IOException {
    StringBuilder rows = new StringBuilder(header);
    for (int i = 0; i < 60; i++) {
      boolean good = i % 2 == 0;
      rows.append(String.format(Locale.ROOT, row, i, text(i, good), good ? 1 : 0)).append('\n');
    }
    return Files.writeString(folder.resolve(name), rows);
  }

  private Path texts(String name, boolean good) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines.append(text(i, good)).append(" déjà vu\n");
    }
    return Files.write(
        folder.resolve(name), lines.toString().getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void aTableBecomesAConfigThatTrains() throws IOException {
    Path file = table("a, b.csv", "id;stars;body\n", "%d;%3$d;%2$s");
    Unroll said = init(file);

    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("60 rows, 3 columns: id, stars, body")
        .contains("text: column body")
        .contains("classes: 2 in column stars: 1 (30), 0 (30)")
        .contains("train -c");
    Unroll trained =
        Unroll.run(
            "sentiment",
            "train",
            "-c",
            config.toString(),
            "--test",
            "--no-ui",
            "-s",
            "train.epochs=1",
            "-s",
            "threads=1",
            "--run-dir",
            folder.resolve("run").toString());
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("Scores on the test split");
  }

  @Test
  void aFileAClassInAnotherEncoding() throws IOException {
    Unroll said = init(texts("rt.pos", true), texts("rt.neg", false), "--folds", "4");

    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(Files.readString(config))
        .contains("classes: [pos, neg]")
        .contains("encoding: windows-1252 #")
        .contains("folds: {of: 4}");
  }

  @Test
  void filesWithoutAHeaderAreOneTable() throws IOException {
    table("one_labelled.txt", "", "%2$s.\t%3$d");
    table("two_labelled.txt", "", "%2$s!\t%3$d");
    Files.writeString(folder.resolve("readme.txt"), "These are reviews.\nMany of them.\n");
    Unroll said = init(folder);

    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.out()).contains("left out, no table: ").contains("120 rows");
    assertThat(Files.readString(config)).contains("header: [text, label] #");
  }

  @Test
  void whatHasNoClassIsLeftOut() throws IOException {
    for (String kind : List.of("pos", "neg", "unsup")) {
      Path texts = Files.createDirectories(folder.resolve("reviews/" + kind));
      for (int i = 0; i < 30; i++) {
        Files.writeString(texts.resolve(i + ".txt"), text(i, kind.equals("pos")));
      }
    }
    Unroll said = init(folder.resolve("reviews"));
    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.out()).contains("unsup").contains("2 labels");

    Path file = table("a.csv", "stars,body\n", "%3$d,%2$s");
    Files.writeString(file, Files.readString(file) + ",no class\n".repeat(9));
    assertThat(init(file, "--force").out()).contains("? 9 of 69 rows have no text or no class");
  }

  @Test
  void severalLabelsGiveAnotherHead() throws IOException {
    StringBuilder rows = new StringBuilder("plot,genres\n");
    String[] genres = {"war|love", "love", "war|crime|love", "crime|love", "war|crime", "war"};
    for (int i = 0; i < 60; i++) {
      rows.append(text(i, true)).append(',').append(genres[i % genres.length]).append('\n');
    }
    Unroll said = init(Files.writeString(folder.resolve("a.csv"), rows));

    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(Files.readString(config)).contains("layer: sigmoid");
    assertThat(said.out()).contains("texts, 3 labels: crime (");
  }

  @Test
  void nothingIsWrittenOrLostByMistake() throws IOException {
    Path file = table("a.csv", "stars,body\n", "%3$d,%2$s");
    assertThat(init(folder.resolve("none.csv")).exitCode()).isEqualTo(2);
    assertThat(init().err()).contains("FILE");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(init(empty).err()).contains("the folder is empty");
    assertThat(init(file, "--label", "star").err()).contains("Did you mean \"stars\"?");
    assertThat(init(file, "--horizon", "3").exitCode()).isEqualTo(2); // of forecast
    assertThat(config).doesNotExist();

    Files.writeString(config, "mine");
    Unroll again = init(file);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("is there already").contains("--force");
    assertThat(config).hasContent("mine");
    assertThat(init(file, "--force").exitCode()).isZero();
    assertThat(config).content().contains("label: stars");
    assertThat(init(config, "--force").err()).contains("which this command reads");
  }
}
