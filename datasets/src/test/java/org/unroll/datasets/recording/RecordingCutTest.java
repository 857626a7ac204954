package org.unroll.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unroll.datasets.recording.Reading.classes;
import static org.unroll.datasets.recording.Reading.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.app.Repetition;
import org.unroll.core.yaml.ConfigException;
import org.unroll.datasets.table.Splits;

/** Parts and folds of whole recordings, and of one by time. */
class RecordingCutTest {
  @TempDir private Path folder;

  /** A recording a name; the first letter is its subject. */
  private Splits<Recording> cut(String settings, String... names) throws IOException {
    StringBuilder rows = new StringBuilder("video,subject,x,label\n");
    for (String name : names) {
      rows.append("%1$s,%2$s,1,a\n%1$s,%2$s,2,b\n".formatted(name, name.charAt(0)));
    }
    Path table = Files.writeString(folder.resolve("all.csv"), rows);
    return new Reading("source: %s, %s".formatted(table, settings)).splits();
  }

  private static String shown(Splits<Recording> splits) {
    return String.join(" ", names(splits.train()))
        + " | "
        + String.join(" ", names(splits.validation()))
        + " | "
        + String.join(" ", names(splits.test()));
  }

  @Test
  void wholeRecordingsAreCutByChanceThatIsTheSameEachTime() throws IOException {
    String[] ten = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    Splits<Recording> splits = cut("split: {fractions: [0.6, 0.2, 0.2]}", ten);
    assertThat(splits.train()).hasSize(6);
    assertThat(splits.validation()).hasSize(2);
    assertThat(splits.test()).hasSize(2);
    assertThat(shown(splits)).isNotEqualTo("a b c d e f | g h | i j");
    assertThat(shown(cut("split: {fractions: [0.6, 0.2, 0.2]}", ten))).isEqualTo(shown(splits));
    assertThat(shown(cut("split: {}", "a", "b", "c")).replaceAll("[abc]", "x"))
        .isEqualTo("x | x | x");
    assertThatThrownBy(() -> cut("split: {}", "a", "b"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("need a recording each, found a, b; use by: time");
  }

  @Test
  void recordingsOfAGroupStayTogether() throws IOException {
    Splits<Recording> splits =
        cut("split: {group: subject}", "a1", "b1", "a2", "c1", "b2", "c2", "d1", "d2", "d3");
    Set<Character> seen = new HashSet<>();
    for (List<Recording> part : List.of(splits.train(), splits.validation(), splits.test())) {
      Set<Character> subjects = new HashSet<>();
      names(part).forEach(name -> subjects.add(name.charAt(0)));
      assertThat(subjects).isNotEmpty().allMatch(seen::add);
    }
    assertThat(seen).hasSize(4);
    assertThatThrownBy(() -> cut("split: {group: camera}", "a", "b", "c"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nothing in column \"camera\"")
        .hasMessageContaining("there are subject, video");
  }

  @Test
  void timeCutsEachRecordingInTheOrderOfItsFrames() throws IOException {
    Path table = folder.resolve("drive.csv");
    Files.writeString(table, "x,label\n1,a\n2,b\n3,c\n4,d\n5,e\n6,f\n7,g\n8,h\n");
    Splits<Recording> splits =
        new Reading("source: %s, split: {by: time, fractions: [0.5, 0.25, 0.25]}".formatted(table))
            .splits();
    assertThat(classes(splits.train().get(0))).isEqualTo("a b c d");
    assertThat(classes(splits.validation().get(0))).isEqualTo("e f");
    assertThat(classes(splits.test().get(0))).isEqualTo("g h");
    assertThat(Reading.features(splits.test().get(0)).rows()).isEqualTo(new float[][] {{7}, {8}});

    Files.writeString(folder.resolve("film.mp4"), "wxyz");
    Files.writeString(folder.resolve("film.csv"), "label\na\na\nb\nb\n");
    Splits<Recording> film =
        new Reading(
                "source: %s/, split: {by: time, fractions: [0.5, 0.25, 0.25]}".formatted(folder))
            .splits();
    assertThat(Reading.pixels(film.validation().get(0))).isEqualTo("y");
    assertThatThrownBy(() -> cut("split: {by: time}", "a"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("all.csv:2 has 2 frames, too few to cut by [0.7, 0.15, 0.15]");
  }

  @Test
  void eachPieceOfTheTimeBeforeTheTestEndsInValidation() throws IOException {
    Path table = folder.resolve("drive.csv");
    Files.writeString(table, "x,label\n1,a\n2,b\n3,c\n4,d\n5,e\n6,f\n7,g\n8,h\n");
    String split = "split: {by: time, fractions: [0.5, 0.25, 0.25], pieces: 2}";
    Splits<Recording> splits = new Reading("source: %s, %s".formatted(table, split)).splits();
    assertThat(splits.train()).extracting(Reading::classes).containsExactly("a b", "d e");
    assertThat(splits.validation()).extracting(Reading::classes).containsExactly("c", "f");
    assertThat(splits.test()).extracting(Reading::classes).containsExactly("g h");
  }

  @Test
  void eachVideoIsTheTestOfOneFoldAndValidatesOne() throws IOException {
    List<String> folds = new ArrayList<>();
    for (int fold = 1; fold <= 3; fold++) {
      folds.add(shown(cut("folds: {of: 3, fold: %d}".formatted(fold), "a", "b", "c")));
    }
    assertThat(folds).containsExactly("c | b | a", "a | c | b", "b | a | c");
  }

  @Test
  void aSubjectTooLargeToValidateGivesOneOfItsRecordings() throws IOException {
    String[] gestures = {"a1", "a2", "a3", "b1", "b3", "c1", "c3"};
    String by = "folds: {by: subject, of: 3, fold: %d}";
    assertThat(shown(cut(by.formatted(1), gestures))).isEqualTo("b3 c1 c3 | b1 | a1 a2 a3");
    assertThat(shown(cut(by.formatted(2), gestures))).isEqualTo("a1 a2 a3 c3 | c1 | b1 b3");
    assertThat(shown(cut(by.formatted(3), gestures))).isEqualTo("a2 a3 b1 b3 | a1 | c1 c3");
  }

  @Test
  void subjectsThatFitValidateWholeAndGoRoundTheFolds() throws IOException {
    List<String> names = new ArrayList<>();
    for (char subject = 'a'; subject <= 'j'; subject++) {
      names.add(subject + "1");
      names.add(subject + "2");
    }
    Splits<Recording> third =
        cut("folds: {by: subject, of: 5, fold: 3}", names.toArray(new String[0]));
    assertThat(names(third.test())).containsExactly("c1", "c2", "h1", "h2");
    assertThat(names(third.validation())).containsExactly("d1", "d2");
    assertThat(third.train()).hasSize(14);
  }

  @Test
  void moreFoldsThanValuesAreRefused() {
    assertThatThrownBy(() -> cut("folds: {by: subject, of: 3}", "a1", "a2", "b1"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "data.folds.of: 3 folds of 2 values of 'subject' (a, b); at most one fold for each");
    assertThatThrownBy(() -> cut("folds: {of: 2}", "a", "b"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there must be two, to train and to validate");
  }

  @Test
  void aConfigWithFoldsIsATrainingForEach() {
    FrameData data = Reading.data("{source: videos/, folds: {by: subject, of: 2}, batch: 4}");
    assertThat(data.repetitions())
        .containsExactly(
            new Repetition("fold", "1", List.of("data.folds.fold=1")),
            new Repetition("fold", "2", List.of("data.folds.fold=2")));
    assertThat(Reading.data("{source: videos/, folds: {of: 2, fold: 1}, batch: 4}").repetitions())
        .isEmpty();
    assertThat(Reading.data("{source: gesture-phase, folds: {}, batch: 4}").repetitions())
        .hasSize(7);
    assertThat(Reading.data("{source: gesture-phase, batch: 4}").repetitions()).isEmpty();
  }

  @Test
  void whatAConfigCannotMeanIsToldBeforeAnyFileIsRead() {
    assertProblem(
        "source: videos/", "needs data.split, such as split: {by: random}, or data.folds");
    assertProblem("source: videos/, folds: {by: subject}", "how many folds?");
    assertProblem("source: videos/, folds: {of: 2, fold: 3}", "there are 2 folds, from 1");
    assertProblem("source: utkinect, split: {}, folds: {}", "remove one of the two");
    assertProblem("train: a/, validation: b/, folds: {of: 3}", "folds are cut from one source");
    assertProblem("train: a/, validation: b/, split: {}", "are split already; remove it");
    assertProblem("source: utkinect, split: {by: time, group: subject}", "by: time cuts every");
    assertProblem("source: utkinect, split: {pieces: 2}", "leaves every recording whole");
    assertProblem("source: utkinect, split: {fractions: [0.5, 0.1, 0.1]}", "that sum to 1");
    assertProblem("source: utkinect, targets-window: 4", "has an odd length");
    assertProblem("source: utkinect, columns: {targets: [label]}", "'label' is named twice");
  }

  private static void assertProblem(String yaml, String message) {
    assertThatThrownBy(() -> new Reading(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }
}
