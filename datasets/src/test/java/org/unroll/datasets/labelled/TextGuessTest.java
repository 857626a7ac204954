package org.unroll.datasets.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.datasets.table.TableSketch;

class TextGuessTest {
  @TempDir private Path folder;

  private TableSketch table(String header, String... rows) throws IOException {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 0; i < 30; i++) {
      text.append(rows[i % rows.length].replace("#", String.valueOf(i))).append('\n');
    }
    return TableSketch.of(List.of(Files.writeString(folder.resolve("a.csv"), text)));
  }

  private static TextGuess guess(TableSketch table) {
    return TextGuess.of(table, Optional.empty(), Optional.empty());
  }

  @Test
  void textsAreLongAndClassesFew() throws IOException {
    TextGuess guess =
        guess(
            table(
                "id,summary,stars,body",
                "#,good,5,a good film # indeed",
                "#,bad,1,a bad film # indeed"));

    assertThat(guess.text().name()).isEqualTo("body");
    assertThat(guess.label().name()).isEqualTo("stars");
    assertThat(guess.counts()).isEqualTo(Map.of("5", 15, "1", 15));
    assertThat(guess.doubts()).singleElement().asString().contains("summary (2 values)");
  }

  @Test
  void aColumnThatIsFilledGoesBeforeOneOfFewerClasses() throws IOException {
    TextGuess guess =
        guess(
            table(
                "body,agent,queue",
                "my parcel # is late,Mia,delivery",
                "the app # ends,,technical",
                "my bill # is wrong,Ben,billing"));

    assertThat(guess.label().name()).isEqualTo("queue");
    assertThat(guess.doubts()).singleElement().asString().contains("agent (2 values)");
  }

  @Test
  void theUserMayNameThem() throws IOException {
    TableSketch table = table("summary,stars,body", "good,5,a good film #", "bad,1,a bad film #");
    TextGuess guess = TextGuess.of(table, Optional.of("summary"), Optional.of("stars"));

    assertThat(guess.text().name()).isEqualTo("summary");
    assertThat(guess.doubts()).isEmpty();
    assertThatThrownBy(() -> TextGuess.of(table, Optional.empty(), Optional.of("star")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Did you mean \"stars\"?");
  }

  @Test
  void aCellMayHoldSeveralLabels() throws IOException {
    TextGuess guess =
        guess(
            table(
                "plot,genres",
                "a long tale #,war|love",
                "a short tale #,love",
                "a tale #,war|crime|love",
                "tale # of tales,crime|love",
                "the tale of #,war|crime",
                "no tale #,war"));

    assertThat(guess.separator()).contains("|");
    assertThat(guess.counts()).containsOnlyKeys("war", "love", "crime");
  }

  @Test
  void aListOfLabelsIsOneHoweverItIsQuoted() throws IOException {
    TextGuess guess =
        guess(
            table(
                "plot,tags",
                "a long tale #,\"['war', 'love']\"",
                "a short tale #,\"[\"\"love\"\"]\"",
                "a tale #,['war']"));
    assertThat(guess.counts()).containsOnlyKeys("war", "love");
    assertThat(guess.separator()).isPresent();
  }

  @Test
  void anotherColumnOfTextIsTold() throws IOException {
    TextGuess guess =
        guess(
            table(
                "title,body,label",
                "a title of # words,a much longer body of some # words,1",
                "another title of #,the body of a text of many # words,0"));
    assertThat(guess.text().name()).isEqualTo("body");
    assertThat(guess.doubts()).singleElement().asString().contains("title holds text as well");
  }

  @Test
  void aTableWithoutClassesIsRefused() throws IOException {
    TableSketch table = table("id,body", "#,a good film # indeed");
    assertThatThrownBy(() -> guess(table))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--label")
        .hasMessageContaining("id, body");
  }

  @Test
  void filesAreCalledByWhatTellsThemApart() throws IOException {
    assertThat(ClassPlaces.names(List.of(Path.of("rt-polarity.pos"), Path.of("rt-polarity.neg"))))
        .containsExactly("pos", "neg");
    assertThat(ClassPlaces.names(List.of(Path.of("a_very_good.txt"), Path.of("a_bad.txt"))))
        .containsExactly("very-good", "bad");
    assertThat(ClassPlaces.names(List.of(Path.of("a.txt"), Path.of("a.b.txt"))))
        .containsExactly("a.txt", "a.b.txt");

    Path good = folder.resolve("x.good");
    Path bad = folder.resolve("x.bad");
    Files.write(good, "café\nfine\n".getBytes(Charset.forName("windows-1252")));
    Files.writeString(bad, "dull\n\n");
    ClassPlaces places = ClassPlaces.of(List.of(good, bad));
    assertThat(places.encoding()).contains("windows-1252");
    assertThat(places.counts()).isEqualTo(Map.of("good", 2, "bad", 1));
    assertThat(places.texts().cells()).containsExactly("café", "fine", "dull");
    assertThatThrownBy(() -> ClassPlaces.of(List.of(bad)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("for each class");
  }
}
