package org.unroll.apps.charlm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.app.Predictor;
import org.unroll.core.data.DataAccess;
import org.unroll.core.harness.Unroll;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.run.RunDirectory;
import org.unroll.datasets.stream.WrittenText;
import org.unroll.datasets.text.TextInput;

/** What a trained net is asked, and what it says about bad questions. */
class CharlmAnswersIT {
  @TempDir private static Path folder;

  @BeforeAll
  static void train() throws IOException {
    List<String> settings = TinyText.settings(lines());
    settings.add("train.epochs=3");
    Unroll trained = Unroll.run(TinyText.train(run(), settings));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  /** Enough of them to look for units. */
  private static Path lines() throws IOException {
    return Files.writeString(folder.resolve("lines.txt"), TinyText.LINES.repeat(24));
  }

  private static Path run() {
    return folder.resolve("run");
  }

  private static Unroll ask(String command, String... more) {
    List<String> words = new ArrayList<>(List.of("charlm", command, "--run", run().toString()));
    words.addAll(List.of(more));
    return Unroll.run(words.toArray(String[]::new));
  }

  @Test
  void whatIsUnknownIsToldBeforeThePromptIsShown() throws IOException {
    List<String> told = new ArrayList<>();
    DataAccess access = new DataAccess(true, told::add);
    RunDirectory directory = RunDirectory.open("charlm", run().toString());
    try (TrainedModel<?, ?> model =
        TrainedModel.open(new CharlmApp(), directory, access, List.of())) {
      Predictor<TextInput, WrittenText> net =
          model.as(TextInput.class, WrittenText.class).predictor();
      told.clear();
      net.predict(List.of(new TextInput("theΩ")), new int[] {0}, (input, piece) -> told.add(piece));
    }
    assertThat(told.subList(0, 2))
        .containsExactly(
            "the prompt: 1 character is not in the training text, 'Ω': left out", "theΩ");
  }

  @Test
  void aTableHoldsPromptsAndTexts() throws IOException {
    Path out = folder.resolve("answers.csv");
    Unroll asked = ask("predict", "the cat", "--out", out.toString());
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    assertThat(Files.readAllLines(out).get(0)).isEqualTo("text,prompt");
  }

  @Test
  void aBeamHasNoSamples() {
    Unroll asked = ask("predict", "the", "--beam", "2", "--samples", "2");
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).contains("--samples 2: a beam finds the same text each time");
  }

  @Test
  void aTextTooShortIsNotScored() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    Unroll scored = ask("evaluate", "--data", empty.toString());
    assertThat(scored.exitCode()).isEqualTo(2);
    assertThat(scored.err()).contains("empty.txt: nothing in it can be foretold");
  }

  @Test
  void theUnitsOfTheValidationTextStandWithItsScoresOnly() throws IOException {
    Path text = Files.writeString(folder.resolve("other.txt"), TinyText.LINES);
    assertThat(ask("evaluate", "--split", "validation").out()).contains("Units that follow");
    assertThat(ask("evaluate", "--data", text.toString()).out())
        .contains("nats")
        .doesNotContain("Units that follow");
  }
}
