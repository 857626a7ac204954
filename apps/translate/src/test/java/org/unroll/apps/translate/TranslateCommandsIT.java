package org.unroll.apps.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.harness.Unroll;

/** What a trained net answers, to good and to bad input. */
class TranslateCommandsIT {
  @TempDir private static Path folder;
  private static Path run;

  @BeforeAll
  static void train() throws IOException {
    run = folder.resolve("run");
    Unroll trained = Unroll.run(TinyPairs.train(TinyPairs.write(folder), run));
    assertThat(trained.err()).isEmpty();
  }

  private static Unroll predict(String input, String... more) {
    List<String> command =
        new ArrayList<>(List.of("translate", "predict", "--run", run.toString()));
    command.addAll(List.of(more));
    return Unroll.runWithInput(input, command.toArray(String[]::new));
  }

  private static List<String> lines(Unroll answer) {
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return answer.out().lines().toList();
  }

  @Test
  void linesInAreLinesOutAndBatchesDoNotMatter() {
    List<String> together = lines(predict("\n" + TinyPairs.sources()));

    assertThat(together).hasSize(9);
    assertThat(together.get(0)).isEmpty();
    assertThat(together.get(1)).isEqualTo("le grand chien dort .");
    List<String> sources = TinyPairs.sources().lines().toList();
    for (int i = 0; i < sources.size(); i++) {
      assertThat(lines(predict("", sources.get(i)))).containsExactly(together.get(i + 1));
    }
  }

  @Test
  void linesOfAFileAreRowsOfATable() throws IOException {
    Path in = Files.writeString(folder.resolve("sentences.en"), "the big dog sleeps .\n\na cat .");
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    lines(predict("", "--in", in.toString(), "--out", one.toString()));
    lines(predict("", "--in", in.toString(), "--out", two.toString(), "--n-best", "2"));

    assertThat(one)
        .hasContent(
            "text,translation\n\"the big dog sleeps .\",\"le grand chien dort .\"\n"
                + ",\n\"a cat .\",\"un chat , oui .\"\n");
    assertThat(Files.readAllLines(two))
        .hasSize(1 + 2 + 1 + 2)
        .startsWith("text,rank,translation,score");
    assertThat(Files.readAllLines(two).get(3)).isEqualTo(",1,,0.0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void oneByOneIsAsManySideBySide(int beam) {
    String[] words = TinyPairs.sources().split("\\s+");
    Random random = new Random(7);
    StringBuilder sentences = new StringBuilder();
    for (int i = 0; i < 64; i++) {
      for (int n = random.nextInt(12); n >= 0; n--) {
        sentences.append(words[random.nextInt(words.length)]).append(n == 0 ? "\n" : " ");
      }
    }
    String search = "decode.beam=" + beam;
    List<String> alone = lines(predict(sentences.toString(), "-s", search, "-s", "decode.batch=1"));

    assertThat(alone).hasSize(64);
    assertThat(Set.copyOf(alone)).hasSizeGreaterThan(8); // not one sentence for all
    assertThat(lines(predict(sentences.toString(), "-s", search))).isEqualTo(alone);
  }

  /** The net knows lower-cased words with spaces between all of them. */
  @Test
  void rawTextIsToldAndTakenIfAsked() throws IOException {
    Unroll raw = predict("The Big Dog sleeps.\nA cat.\n");
    assertThat(raw.err())
        .contains("-s text.lower-case=true", "-s text.tokenise=true", "unknown to the net");
    assertThat(raw.err().lines()).hasSize(5); // and a line for each sentence without a known word

    String[] taken = {"-s", "text.lower-case=true", "-s", "text.tokenise=true"};
    Unroll formed = predict("The Big Dog sleeps.\nA cat.\n", taken);
    assertThat(lines(formed)).containsExactly("le grand chien dort .", "un chat , oui .");
    assertThat(formed.err()).isEmpty();
    List<String> asked = new ArrayList<>(List.of(taken));
    asked.add("--detokenise");
    assertThat(lines(predict("The Big Dog sleeps.\nA cat.\n", asked.toArray(String[]::new))))
        .containsExactly("Le grand chien dort.", "Un chat, oui.");

    Path file =
        Files.writeString(
            folder.resolve("raw.tsv"),
            "english\tfrench\nThe big dog sleeps.\tLe grand chien dort.\n");
    List<String> command =
        new ArrayList<>(List.of("translate", "evaluate", "--run", run.toString(), "--json"));
    command.addAll(List.of("--data", file.toString()));
    command.addAll(List.of("--columns", "source=english,target=french"));
    command.addAll(List.of(taken));
    Unroll scored = Unroll.run(command.toArray(String[]::new));
    assertThat(scored.out()).contains("\"bleu\":100.0");
    assertThat(scored.err()).isEmpty();
  }

  @Test
  void everyRowOfATableIsTranslatedInItsPlace() throws IOException {
    Path in =
        Files.writeString(
            folder.resolve("rows.csv"), "id,source\n1,the big dog sleeps .\n2,\n3,a cat .\n");
    Path out = folder.resolve("kept.csv");
    lines(predict("", "--in", in.toString(), "--keep", "id", "--out", out.toString()));
    assertThat(out)
        .hasContent(
            "id,text,translation\n1,\"the big dog sleeps .\",\"le grand chien dort .\"\n"
                + "2,,\n3,\"a cat .\",\"un chat , oui .\"\n");
    assertThat(lines(predict("", "--split", "validation")).get(0))
        .isEqualTo("le grand chien dort .\tle grand chien dort .");
  }

  /** After an epoch greedily on 200 sentences, in the end as it will be used, on all. */
  @Test
  void theWholeSplitIsTranslatedWithTheBeamThatIsSet() throws IOException {
    Path many =
        Files.writeString(
            folder.resolve("many.tsv"),
            "source\ttarget\n" + "a cat .\tun chat , oui .\n".repeat(210));
    String[] command = {
      "translate",
      "evaluate",
      "--run",
      run.toString(),
      "-s",
      "data.validation={table: " + many + "}"
    };
    Unroll scored = Unroll.run(command);

    assertThat(scored.err()).isEmpty();
    assertThat(scored.out()).containsPattern("beam 5 +32 +210 ");
    assertThat(Files.readString(run.resolve("tables.json"))).contains("Decoding", "beam 5");
  }

  @Test
  void beamGreedyAndDrawing() {
    String sentence = "the big dog sleeps .";

    assertThat(lines(predict("", sentence, "-s", "decode.beam=1")))
        .containsExactly("le grand chien dort .");
    List<String> best = lines(predict("", sentence, "--n-best", "3"));
    assertThat(best).hasSize(3);
    assertThat(best.get(0)).matches("-0\\.\\d+ le grand chien dort \\.");
    String[] hot = {sentence, "-s", "decode.temperature=3", "-s", "seed=1"};
    assertThat(lines(predict("", hot))).isEqualTo(lines(predict("", hot)));
    Unroll tooMany = predict("", sentence, "--n-best", "9");
    assertThat(tooMany.exitCode()).isEqualTo(2);
    assertThat(tooMany.err()).contains("a beam of 5 gives at most 5 outputs");
  }

  @Test
  void attentionIsDrawn() throws IOException {
    Path page = folder.resolve("attention.html");
    lines(predict("", "the <b> dog .", "--attention", page.toString()));

    assertThat(Files.readString(page)).contains("<svg", "<rect", "dog").doesNotContain("<b>");
    assertThat(Files.readString(run.resolve("report.html"))).contains("<svg class=\"alignment\"");
    assertThat(Files.readString(run.resolve("samples.jsonl"))).contains("\"kind\":\"pair\"");
  }

  @Test
  void foreignAndEndlessSentencesAreSaid() {
    Unroll foreign = predict("", "собака спит");
    assertThat(lines(foreign)).hasSize(1);
    assertThat(foreign.err()).contains("the net knows no word of \"собака спит\"");
    Unroll endless = predict("", "dog ".repeat(5_000));
    assertThat(lines(endless)).hasSize(1);
    assertThat(endless.err()).contains("only the first 40 words of \"dog dog");
  }

  @Test
  void ownPairsAreScored() {
    Unroll scored =
        Unroll.run(
            "translate",
            "evaluate",
            "--run",
            run.toString(),
            "--data",
            folder.resolve("pairs.tsv").toString());

    assertThat(scored.err()).isEmpty();
    assertThat(scored.out())
        .contains(
            "bleu  sacrebleu ",
            "perplexity\n",
            "BLEU by length",
            "nrefs:1|case:mixed|eff:no|tok:13a");
  }

  @Test
  void badDataIsAMessage() throws IOException {
    Path source = Files.writeString(folder.resolve("a.en"), "one\ntwo\n");
    Path target = Files.writeString(folder.resolve("a.fr"), "un\n");
    String files = "{source: " + source + ", target: " + target + "}";
    Unroll unequal =
        Unroll.run(
            "translate",
            "train",
            "--no-ui",
            "--run-dir",
            folder.resolve("x").toString(),
            "-s",
            "data.train=" + files,
            "-s",
            "data.validation=" + files);
    assertThat(unequal.exitCode()).isEqualTo(2);
    assertThat(unequal.err()).contains("a.en has 2", "a.fr has 1 lines").doesNotContain("\tat ");

    Unroll language =
        Unroll.run(
            "translate",
            "train",
            "--no-ui",
            "--run-dir",
            folder.resolve("y").toString(),
            "-s",
            "data.source=multi30k",
            "-s",
            "data.from=cs");
    assertThat(language.exitCode()).isEqualTo(2);
    assertThat(language.err()).contains("data.from: no sentences in 'cs'");
  }
}
