package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.app.Prediction;

class PredictionOutputTest {
  private record Question(String textIn) {}

  private record Answer(String label, Map<String, Double> scores) implements Prediction {
    @Override
    public List<String> toLines() {
      return List.of(label);
    }
  }

  private static final List<Question> QUESTIONS =
      List.of(new Question("plain"), new Question("a, \"b\"\nc"));
  private static final List<Answer> ANSWERS =
      List.of(new Answer("x", scores(0.25)), new Answer("y", scores(1)));

  @TempDir private Path folder;

  private static Map<String, Double> scores(double x) {
    return new TreeMap<>(Map.of("x", x, "y", 1 - x));
  }

  @Test
  void jsonLinesHoldInputAndAnswer() throws IOException {
    Path file = folder.resolve("out.jsonl");
    try (PredictionOutput output = PredictionOutput.to(file, List.of())) {
      output.write(QUESTIONS, ANSWERS, true);
      output.finish();
    }

    assertThat(file)
        .hasContent(
            """
            {"text-in":"plain","label":"x","scores":{"x":0.25,"y":0.75}}
            {"text-in":"a, \\"b\\"\\nc","label":"y","scores":{"x":1.0,"y":0.0}}
            """);
  }

  @Test
  void tablesHaveOneHeaderOverAllChunks() throws IOException {
    Path file = folder.resolve("out.csv");
    try (PredictionOutput output = PredictionOutput.to(file, List.of())) {
      output.write(QUESTIONS.subList(0, 1), ANSWERS.subList(0, 1), true);
      output.write(QUESTIONS.subList(1, 2), ANSWERS.subList(1, 2), true);
      output.finish();
    }

    assertThat(file)
        .hasContent(
            """
            text-in,label,scores.x,scores.y
            plain,x,0.25,0.75
            "a, ""b""
            c",y,1.0,0.0
            """);
  }

  private record Hours(List<Map<String, Object>> rows) implements Prediction {
    @Override
    public List<String> toLines() {
      return rows.stream().map(Map::toString).toList();
    }
  }

  @Test
  void anAnswerMayBeATableOfItsOwn() throws IOException {
    Path file = folder.resolve("out.csv");
    Hours hours = new Hours(List.of(Map.of("load", 1.5), Map.of("load", 2.5)));
    try (PredictionOutput output = PredictionOutput.to(file, List.of())) {
      output.write(QUESTIONS, List.of(hours, hours), true);
      output.finish();
    }

    assertThat(file).hasContent("load\n1.5\n2.5\n1.5\n2.5\n");
  }

  @Test
  void theTerminalShowsALineForEachWhateverTheNamesAre() throws IOException {
    assertThat(
            shown(
                List.of(new Answer("a\nb", scores(1)), new Answer("é\u001b[2J", scores(1))), true))
        .containsExactly("a\\nb", "é\\u001B[2J");
  }

  private record Seen(String name) implements Prediction {
    @Override
    public List<String> toLines() {
      return List.of("a dog", "a\tcat");
    }

    @Override
    public Optional<String> about() {
      return Optional.of(name);
    }
  }

  @Test
  void severalAnswersSayWhatTheyAreAbout() throws IOException {
    assertThat(shown(List.of(new Seen("1.png"), new Seen("2\t.png")), true))
        .containsExactly("1.png\ta dog", "1.png\ta\\tcat", "2\\t.png\ta dog", "2\\t.png\ta\\tcat");
    assertThat(shown(List.of(new Seen("1.png")), false)).containsExactly("a dog", "a\\tcat");
  }

  private static List<String> shown(List<? extends Prediction> answers, boolean several)
      throws IOException {
    PrintStream terminal = System.out;
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try (PredictionOutput output = PredictionOutput.to(null, List.of())) {
      output.write(QUESTIONS, answers, several);
      output.finish();
    } finally {
      System.setOut(terminal);
    }
    return shown.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void anOutputCutShortLeavesNothing() throws IOException {
    try (PredictionOutput output = PredictionOutput.to(folder.resolve("out.csv"), List.of())) {
      output.write(QUESTIONS, ANSWERS, true);
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void otherNamesAndMissingFoldersAreMessages() {
    assertThatThrownBy(() -> PredictionOutput.to(folder.resolve("out.txt"), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(".jsonl or .csv");
    assertThatThrownBy(() -> PredictionOutput.to(folder.resolve("no/out.csv"), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no folder");
  }

  private record Passage(String text) implements Prediction {
    @Override
    public List<String> toLines() {
      return text.lines().toList();
    }

    @Override
    public boolean isPassage() {
      return true;
    }
  }

  private static String passage(String text, boolean inPieces) {
    PrintStream before = System.out;
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try (PredictionOutput output = PredictionOutput.to(null, List.of())) {
      for (int i = 0; inPieces && i < text.length(); i++) {
        output.piece(text.substring(i, i + 1));
        output.piece("");
      }
      output.write(List.of("a"), List.of(new Passage(text)), false);
      output.write(List.of("a"), List.of(new Passage("end")), false);
    } finally {
      System.setOut(before);
    }
    return shown.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void aPassageIsTheSameAsItComesAndAtOnce() {
    String rule = "────────\n";
    for (String text : List.of("a", "a\nb", "a\n", "a\n\n")) {
      String shown = text.equals("a") || text.equals("a\nb") ? text + "\n" : text;
      assertThat(passage(text, false)).isEqualTo(shown + rule + "end\n");
      assertThat(passage(text, true)).isEqualTo(shown + rule + "end\n");
    }
  }
}
