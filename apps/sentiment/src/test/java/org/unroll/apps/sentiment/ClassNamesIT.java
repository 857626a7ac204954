package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** Classes whose names hold quotation marks, line breaks and what a terminal obeys. */
class ClassNamesIT {
  private static final String GOOD = "a \"good\"\none";
  private static final String BAD = "b\u001b[31mad, <b>";

  @TempDir private Path folder;

  private Path run() {
    return folder.resolve("run");
  }

  private static Unroll done(Unroll command) {
    assertThat(command.exitCode()).as(command.err()).isZero();
    return command;
  }

  private Unroll train() throws IOException {
    Path reviews = TinyReviews.write(folder);
    String rows = Files.readString(reviews);
    rows = rows.replace(",good\n", ",\"" + GOOD.replace("\"", "\"\"") + "\"\n");
    Files.writeString(reviews, rows.replace(",bad\n", ",\"" + BAD + "\"\n"));
    return done(Unroll.run(TinyReviews.train(reviews, run(), "-s", "train.epochs=2")));
  }

  @Test
  void everyAnswerAndEveryRowIsOneLine() throws IOException {
    Unroll trained = train();
    Unroll asked =
        done(
            Unroll.runWithInput(
                "it is superb\nit is dull\n", "sentiment", "predict", "--run", run().toString()));

    assertThat(trained.out())
        .contains("truth \\ predicted   a \"good\"\\none  b\\u001B[31mad, <b>\n")
        .doesNotContain("\u001b[31m", "good\"\none");
    assertThat(asked.out().lines())
        .hasSize(2)
        .allMatch(line -> line.matches("(a \"good\"\\\\none|b\\\\u001B\\[31mad, <b>) 0\\.\\d{3}"));
  }

  @Test
  void aMessageThatQuotesANameMovesNoCursor() throws IOException {
    Path one = Files.writeString(folder.resolve("one.csv"), "text,label\na,\"" + BAD + "\"\n");
    Unroll trained = Unroll.run(TinyReviews.train(one, run()));

    assertThat(trained.exitCode()).isEqualTo(2);
    assertThat(trained.err()).contains("one class only ('b\\u001B[31mad, <b>')");
  }

  @Test
  void filesHoldTheNamesAsTheyAre() throws IOException {
    train();
    Path csv = folder.resolve("answers.csv");
    Path lines = folder.resolve("answers.jsonl");
    for (Path out : List.of(csv, lines)) {
      done(
          Unroll.run(
              "sentiment", "predict", "--run", run().toString(), "--out", out.toString(), "dull"));
    }
    JsonNode answer = Json.MAPPER.readTree(lines.toFile());
    JsonNode tables = Json.MAPPER.readTree(run().resolve("tables.json").toFile());

    assertThat(answer.get("probabilities").fieldNames()).toIterable().containsExactly(GOOD, BAD);
    assertThat(Files.readString(csv))
        .startsWith(
            "text,label,probability,\"probabilities.a \"\"good\"\"\none\",\"probabilities."
                + BAD
                + "\"\ndull,");
    assertThat(tables.at("/validation/0/header/1").asText()).isEqualTo(GOOD);
    assertThat(Files.readString(run().resolve("report.html")))
        .contains("a &quot;good&quot;\none", "ad, &lt;b&gt;")
        .doesNotContain("ad, <b>");
  }
}
