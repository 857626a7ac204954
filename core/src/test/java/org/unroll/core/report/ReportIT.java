package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.app.Sample;
import org.unroll.core.app.WeighedWord;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.ConfusionMatrix;
import org.unroll.core.metric.Table;
import org.unroll.core.run.DataFacts;
import org.unroll.core.run.RunDirectory;

class ReportIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void finishedRunShowsTheNetBesideTheBaselines() throws IOException {
    writeEverything(folder);
    String page = report();
    assertThat(page)
        .contains("finished after 9 epochs, 1 min 21 s")
        .containsSubsequence("test split", "this net", "0.8423", "naive-bayes", "0.8254")
        .containsSubsequence("validation split", "this net", "0.8356")
        .contains(
            "123,456",
            "Confusion matrix",
            "aria-label=\"loss by epoch\"",
            "aria-label=\"accuracy by epoch\"")
        .contains("share of examples answered rightly", "data.sst2.sha256");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  @Test
  void pageNeedsNothingElse() throws IOException {
    writeEverything(folder);
    assertThat(report())
        .doesNotContain("http://", "https://", "<script", "<link", "@import", "url(");
  }

  @Test
  void everythingFromOutsideIsEscaped() throws IOException {
    String evil = "<script>alert('x')</script>\"&";
    Files.writeString(
        folder.resolve("samples.jsonl"),
        Json.MAPPER.writeValueAsString(
            new Sample.Text(
                1, 0, evil, evil, evil, Map.of(evil, 0.5), List.of(new WeighedWord(evil, 0.5)))));
    Files.writeString(folder.resolve("config.yaml"), "name: " + evil);
    Table table = new Table(evil, List.of(evil), List.of(List.of(evil)));
    Files.writeString(
        folder.resolve("details.json"), JSON.writeValueAsString(Map.of(evil, List.of(table))));
    Files.writeString(
        folder.resolve("data.json"),
        Json.MAPPER.writeValueAsString(new DataFacts(List.of(table), List.of(evil))));
    Files.writeString(folder.resolve("timings.json"), JSON.writeValueAsString(Map.of(evil, 1.5)));
    Map<String, Object> scores = Map.of(evil, 1.0);
    Map<String, Object> result =
        Map.of(
            "app",
            evil,
            "name",
            evil,
            "metrics",
            Map.of(evil, scores),
            "baselines",
            Map.of(evil, Map.of(evil, scores)));
    Files.writeString(folder.resolve("result.json"), JSON.writeValueAsString(result));
    Files.writeString(folder.resolve("provenance.json"), JSON.writeValueAsString(scores));
    Files.writeString(
        folder.resolve("metrics.jsonl"),
        JSON.writeValueAsString(Map.of("epoch", 1, "train", scores)) + "\n");
    Chart.Spot spot = new Chart.Spot(evil, 0.5, 0.5, 1);
    Files.writeString(
        folder.resolve("charts.json"),
        Json.MAPPER
            .writerFor(new TypeReference<Map<String, List<Chart>>>() {})
            .writeValueAsString(
                Map.of(
                    evil,
                    List.of(new Chart.Agreement(evil, evil, evil, evil, evil, List.of(spot))))));
    Files.writeString(
        folder.resolve("tables.json"),
        JSON.writeValueAsString(
            Map.of(evil, List.of(new ConfusionMatrix(List.of(evil), new long[1][1]).toTable()))));
    assertThat(report())
        .doesNotContain("<script")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;");
  }

  @Test
  void aRunSaysHowItIsRepeated() throws IOException {
    assertThat(report()).doesNotContain("How to repeat it");
    Files.writeString(folder.resolve("config.yaml"), "app: sentiment\nthreads: auto # measures\n");
    Files.writeString(
        folder.resolve("provenance.json"),
        """
        {"commit":"0a1b-dirty","command":["sentiment","train","-s","data.source=my file.csv"]}
        """);
    Files.writeString(folder.resolve("request.json"), "{\"test\":true,\"seeds\":[1,2]}");
    Files.writeString(folder.resolve("result.json"), "{\"app\":\"sentiment\",\"seconds\":3.0}");
    assertThat(report())
        .contains("./unroll sentiment train -s &#39;data.source=my file.csv&#39;")
        .contains("git checkout 0a1b\n./unroll sentiment train -c config.yaml --seeds 1,2 --test<")
        .contains("changes that are in no commit", "threads: auto measures");
  }

  @Test
  void theDataTellsWhatItHasAndWhatWasSkipped() throws IOException {
    List<List<String>> classes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      classes.add(List.of("class " + i, "7"));
    }
    Table table = new Table("Examples by class", List.of("class", "train"), classes);
    new DataFacts(List.of(table), List.of("a.csv: 1 of 9 rows bad; a.csv:3: no label"))
        .write(new RunDirectory(folder));
    assertThat(report())
        .contains("Examples by class, the first 40 of 60", "class 39", "a.csv:3: no label")
        .doesNotContain("class 40");
  }

  @Test
  void singleExamplesStandBelowTheTablesAndNumbersOfAChartInIt() throws IOException {
    Table numbers = new Table("Reliability", List.of("probability"), List.of(List.of("0.5")));
    Table wrong = new Table("Wrong", List.of("text"), List.of(List.of("not bad")));
    Files.writeString(
        folder.resolve("details.json"),
        JSON.writeValueAsString(Map.of("test", List.of(numbers, wrong))));
    Chart chart = new Chart.Agreement("Reliability", "said", "right", "texts", "even", List.of());
    Files.writeString(
        folder.resolve("charts.json"),
        Json.MAPPER
            .writerFor(new TypeReference<Map<String, List<Chart>>>() {})
            .writeValueAsString(Map.of("test", List.of(chart))));
    assertThat(report())
        .containsSubsequence("Details, test", "as a table", "0.5", "\"examples\"", "not bad");
  }

  @Test
  void killedRunWithTornLinesIsShownAsFarAsItGot() throws IOException {
    writeEverything(folder);
    Files.delete(folder.resolve("result.json"));
    Files.delete(folder.resolve("tables.json"));
    append("metrics.jsonl", "{\"epoch\":10,\"train\":{\"lo");
    append("samples.jsonl", "{\"kind\":\"te");
    assertThat(report())
        .contains("unfinished: epoch 9 was the last one done")
        .contains("1 line of metrics.jsonl left out")
        .contains("1 line of samples.jsonl left out")
        .contains("this net, epoch 9", "time of the epochs done")
        .doesNotContain("Details,");
  }

  @Test
  void emptyDirectoryAndSingleEpochWork() throws IOException {
    assertThat(report()).contains("unfinished: no epoch done yet").doesNotContain("<section>");
    Files.writeString(
        folder.resolve("metrics.jsonl"),
        "{\"epoch\":1,\"train\":{\"loss\":0.7},\"validation\":{\"accuracy\":\"NaN\"}}\n");
    Files.writeString(folder.resolve("result.json"), "{\"format\":");
    assertThat(report())
        .contains("epoch 1, the only one", "result.json cannot be read")
        .doesNotContain("aria-label=\"accuracy by epoch\"");
  }

  @Test
  void repeatedEpochAfterAResumeCountsOnce() throws IOException {
    Files.writeString(
        folder.resolve("metrics.jsonl"),
        """
        {"epoch":1,"seconds":1,"validation":{"accuracy":0.5}}
        {"epoch":1,"seconds":2,"validation":{"accuracy":0.625}}
        """);
    assertThat(report()).contains("0.6250", "2.0 s").doesNotContain("0.5000", "3.0 s");
  }

  /** A net that learns nothing gives flat curves, one that explodes gives none. */
  @Test
  void flatAndInfiniteCurvesWork() throws IOException {
    Files.writeString(
        folder.resolve("metrics.jsonl"),
        """
        {"epoch":1,"train":{"loss":0},"validation":{"accuracy":0.5,"log-loss":1e999}}
        {"epoch":2,"train":{"loss":0},"validation":{"accuracy":0.5,"log-loss":1e999}}
        """);
    assertThat(report())
        .contains("aria-label=\"loss by epoch\"", "aria-label=\"accuracy by epoch\"")
        .doesNotContain("aria-label=\"log-loss by epoch\"");
  }

  @Test
  void noDirectoryIsAUserError() {
    assertThatThrownBy(() -> Report.write(folder.resolve("none")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none");
  }

  private String report() throws IOException {
    Report.write(folder);
    return Files.readString(folder.resolve("report.html"));
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text, StandardOpenOption.APPEND);
  }

  /** A whole run of nine epochs, as training leaves it. */
  static void writeEverything(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("result.json"),
        """
        {"format":1,"app":"sentiment","name":"2026-11-20T09-00-bilstm","metrics":{
        "validation":{"accuracy":0.8356,"macro-f1":0.8351,"roc-auc":0.9127,"log-loss":0.3912},
        "test":{"accuracy":0.8423,"macro-f1":0.8422,"roc-auc":0.9184,"log-loss":0.3801}},
        "baselines":{"majority":{"validation":{"accuracy":0.5092},"test":{"accuracy":0.5008}},
        "naive-bayes":{"validation":{"accuracy":0.8062,"macro-f1":0.8060},
        "test":{"accuracy":0.8254,"macro-f1":0.8253}}},"seconds":81.2,"examples-per-second":812.0,
        "parameters":123456,"epochs":9,"best-epoch":7}
        """);
    List<String> metrics = new ArrayList<>();
    List<String> samples = new ArrayList<>();
    for (int epoch = 1; epoch <= 9; epoch++) {
      double learnt = 1 - Math.exp(-epoch / 2.5);
      metrics.add(
          String.format(
              Locale.ROOT,
              "{\"epoch\":%d,\"seconds\":9.0,\"learning-rate\":0.001,\"train\":{\"loss\":%.4f},"
                  + "\"validation\":{\"loss\":%.4f,\"accuracy\":%.4f,\"macro-f1\":%.4f,\"roc-auc\":%.4f,\"log-loss\":%.4f}}",
              epoch,
              0.70 - 0.55 * learnt,
              0.69 - 0.34 * learnt + 0.006 * Math.max(0, epoch - 5) * epoch / 5,
              0.52 + 0.325 * learnt - 0.002 * Math.max(0, epoch - 7),
              0.50 + 0.345 * learnt,
              0.55 + 0.375 * learnt,
              0.69 - 0.33 * learnt));
      samples.add(
          text(
              epoch, 0, "an utterly charming and hilarious film", "positive", 0.5 + 0.48 * learnt));
      samples.add(
          text(
              epoch,
              1,
              "it's a bad thing when a movie has about as much substance as its end credits blooper reel .",
              "negative",
              0.42 + 0.5 * learnt));
      samples.add(text(epoch, 2, "not a bad journey at all .", "positive", 0.45 - 0.25 * learnt));
      samples.add(text(epoch, 3, "< 3 stars & \"no heart\"", "negative", 0.55 + 0.2 * learnt));
    }
    Files.write(folder.resolve("metrics.jsonl"), metrics);
    Files.write(folder.resolve("samples.jsonl"), samples);
    ConfusionMatrix matrix =
        new ConfusionMatrix(List.of("negative", "positive"), new long[][] {{770, 142}, {145, 764}});
    Files.writeString(
        folder.resolve("tables.json"),
        JSON.writeValueAsString(Map.of("test", List.of(matrix.toTable(), matrix.perClassTable()))));
    Files.writeString(
        folder.resolve("config.yaml"),
        """
        format: 1
        app: sentiment
        data: {source: sst2, batch: 64, max-length: 60, bucket: true}
        train: {epochs: 12, updater: {adam: 0.001}, clip-norm: 5}
        seed: 42
        """);
    Files.writeString(
        folder.resolve("provenance.json"),
        """
        {"commit":"324dfe5","started":"2026-11-20T09:00:00Z","seed":42,"backend":"CPU, AVX-512, 2 threads",
        "data":{"sst2":{"sha256":"e2f3f41b0b1e6d4dddc0effe3bfc2d27ed8928079aa9a03d652311614fc5feb7"}},
        "versions":{"java":"17.0.13","dl4j":"1.0.0-M2.1"},"test-split-opened":1}
        """);
  }

  private static String text(int epoch, int example, String text, String truth, double probability)
      throws IOException {
    String other = truth.equals("positive") ? "negative" : "positive";
    return JSON.writeValueAsString(
        new Sample.Text(
            epoch,
            example,
            text,
            truth,
            probability >= 0.5 ? truth : other,
            Map.of(truth, probability, other, 1 - probability)));
  }
}
