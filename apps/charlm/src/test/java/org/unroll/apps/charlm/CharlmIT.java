package org.unroll.apps.charlm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** A small net learns a text by heart, and writes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CharlmIT {
  private static final String RULE = "─".repeat(8) + "\n";
  private static final List<String> PROMPTS =
      List.of("t", "the cat", "", "the dog ran (", "?", "the cat");

  @TempDir static Path folder;
  private Path text;
  private Path run;

  @BeforeAll
  void trained() throws IOException {
    text = TinyText.write(folder);
    run = folder.resolve("run");
    train(run, TinyText.settings(text));
  }

  private static void train(Path run, List<String> settings, String... more) {
    Unroll trained = Unroll.run(TinyText.train(run, settings, more));
    assertThat(trained.exitCode()).as(trained.out() + trained.err()).isZero();
  }

  private Unroll predict(Path run, List<String> prompts, String... more) {
    List<String> command = new ArrayList<>(List.of("charlm", "predict", "--run", run.toString()));
    command.addAll(List.of(more));
    command.addAll(prompts);
    Unroll predicted = Unroll.run(command.toArray(String[]::new));
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    return predicted;
  }

  private List<String> texts(List<String> prompts, String... more) throws IOException {
    Path out = folder.resolve("out.jsonl");
    List<String> options = new ArrayList<>(List.of("--force", "--out", out.toString()));
    options.addAll(List.of(more));
    predict(run, prompts, options.toArray(String[]::new));
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      JsonNode answer = Json.MAPPER.readTree(line);
      texts.add(answer.path("prompt").asText() + answer.path("text").asText());
    }
    return texts;
  }

  @Test
  void learnsAndWritesWhatItLearnt() {
    assertThat(predict(run, List.of("the cat sat (")).out())
        .isEqualTo("the cat sat (on the mat).\nthe dog ran\n");
    assertThat(predict(run, List.of("the dog ran "), "--length", "3").out())
        .isEqualTo("the dog ran (to\n");
    assertThat(predict(run, List.of(""), "--length", "1", "--beam", "3").out()).isEqualTo("t\n");
  }

  @Test
  void aTextThatEndsItsLineEndsThere() {
    String beside = "the cat sat (on the mat).\n";
    assertThat(predict(run, List.of("the cat sat ("), "--length", "13").out()).isEqualTo(beside);
    assertThat(predict(run, List.of("the cat sat (", "the cat sat ("), "--length", "13").out())
        .isEqualTo(beside + RULE + beside);
  }

  /** Prompts of one symbol and of many, twice the same, none, and one of unknown characters. */
  @Test
  void aTextIsWhatItWouldBeAlone() throws IOException {
    List<String> together = texts(PROMPTS);
    List<String> ofTwo = texts(PROMPTS, "-s", "decode.batch=2");
    List<String> alone = new ArrayList<>();
    for (String prompt : PROMPTS) {
      alone.addAll(texts(List.of(prompt)));
    }
    assertThat(together).isEqualTo(alone);
    assertThat(ofTwo).isEqualTo(alone);
    assertThat(texts(PROMPTS, "--beam", "4"))
        .contains("the cat sat (on the mat).\nthe d", "the dog ran (to the log).\nthe cat sat");
  }

  @Test
  void drawsFollowFromTheSeedAndTheNumberOfThePrompt() throws IOException {
    String[] hot = {"--temperature", "3", "--seed", "7"};
    List<String> drawn = texts(PROMPTS, hot);
    assertThat(texts(PROMPTS, "--temperature", "3", "--seed", "7", "-s", "decode.batch=2"))
        .isEqualTo(drawn);
    assertThat(texts(PROMPTS, "--temperature", "3", "--seed", "8")).isNotEqualTo(drawn);
    assertThat(texts(List.of("t", "", "a", "the dog ran ("), hot).get(3)).isEqualTo(drawn.get(3));
    List<String> samples = texts(List.of("the cat"), "--temperature", "3", "--samples", "5");
    assertThat(samples).hasSize(5).doesNotHaveDuplicates().allMatch(each -> each.length() == 31);
    Unroll shown = predict(run, List.of("t"), "--samples", "2", "--temperature", "0.01");
    assertThat(shown.out().split(RULE)).hasSize(2);
  }

  @Test
  void linesOfTheInputAreApartWhereverAChunkEnds() {
    String lines = "the cat\n".repeat(257);
    Unroll predicted =
        Unroll.runWithInput(lines, "charlm", "predict", "--run", run.toString(), "--length", "2");
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    assertThat(predicted.out().split(RULE)).hasSize(257).containsOnly("the cat s\n");
  }

  @Test
  void unknownCharactersOfAPromptAreTold() {
    Unroll predicted = predict(run, List.of("Zthe cat"), "--length", "2");
    assertThat(predicted.out()).isEqualTo("Zthe cat s\n");
    assertThat(predicted.err())
        .contains("the prompt: 1 character is not in the training text, 'Z'");
  }

  private static List<String> numbers(Path run) throws IOException {
    List<String> losses = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("metrics.jsonl"))) {
      JsonNode epoch = Json.MAPPER.readTree(line);
      losses.add(epoch.at("/train/loss") + " " + epoch.at("/validation/nats"));
    }
    return losses;
  }

  /** Stages, too: one stands at an iteration within an epoch. */
  @Test
  void aStreamGoesOnThroughAResume() throws IOException {
    List<String> settings = TinyText.settings(text);
    settings.add("data.batches-per-epoch=4");
    settings.add("graph.cells.size=8");
    settings.add("stages.at=[6, 18]");
    settings.add("train.epochs=5");
    Path whole = folder.resolve("whole");
    train(whole, settings);
    Path parted = folder.resolve("parted");
    settings.set(settings.size() - 1, "train.epochs=3");
    train(parted, settings);
    Path on = folder.resolve("on");
    Unroll continued =
        Unroll.run(
            "charlm",
            "train",
            "--no-ui",
            "--continue",
            parted.toString(),
            "--run-dir",
            on.toString(),
            "-s",
            "train.epochs=5");
    assertThat(continued.exitCode()).as(continued.out() + continued.err()).isZero();

    assertThat(numbers(whole)).hasSize(5);
    assertThat(numbers(on).get(numbers(on).size() - 1)).isEqualTo(numbers(whole).get(4));
    assertThat(Files.readString(whole.resolve("samples.jsonl")))
        .contains(
            "\"epoch\":2,\"example\":0,\"step\":6,", "\"epoch\":5,\"example\":0,\"step\":18,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"byte", "bpe"})
  void bytesAndSubwordsAreLearntToo(String units) throws IOException {
    Path accents = folder.resolve(units + ".txt");
    Files.writeString(accents, "déjà vu, 😀 (là-bas).\n".repeat(30));
    List<String> settings = TinyText.settings(accents);
    settings.add("text.units=" + units);
    settings.add("train.epochs=25");
    settings.add("stages.prompt=dé");
    Path own = folder.resolve("run-" + units);
    train(own, settings);
    Path prompt = Files.writeString(folder.resolve("prompt.txt"), "déjà");
    String typed = predict(own, List.of("déjà"), "--length", "40").out();
    assertThat(typed).startsWith("déjà vu, 😀 (là-bas).\ndéj");
    assertThat(predict(own, List.of(), "--length", "40", "--in", prompt.toString()).out())
        .isEqualTo(typed);
    Path binary = folder.resolve("prompt.bin");
    Files.write(binary, "d\u00FF".getBytes(StandardCharsets.ISO_8859_1));
    Unroll refused =
        Unroll.run("charlm", "predict", "--run", own.toString(), "--in", binary.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).hasLineCount(1).contains("prompt.bin");
  }
}
