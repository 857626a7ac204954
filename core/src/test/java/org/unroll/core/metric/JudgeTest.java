package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.Json;
import org.unroll.core.metric.Verdict.Says;

/** Whether a net is worth more than the best of the simple models. */
class JudgeTest {
  private static final Judge JUDGE =
      new Judge(Metric.MAE, List.of("a.key (a word)", "another.key"), List.of("ridge"));

  private static Map<String, Double> scores(Object... pairs) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      scores.put((String) pairs[i], (Double) pairs[i + 1]);
    }
    return scores;
  }

  private static Optional<Noise> noise(double most) {
    return Optional.of(new Noise(most, "95 % over 3 seeds"));
  }

  @ParameterizedTest
  @CsvSource({"3.0, BETTER", "3.05, BETTER", "3.09, EVEN", "3.11, EVEN", "3.2, WORSE"})
  void theBestSimpleModelAndTheNoiseDecide(double mae, Says says) {
    Map<String, Map<String, Double>> simple =
        Map.of("naive", scores("mae", 5.0), "ridge", scores("mae", 3.1, "rmse", 1.0));
    Verdict verdict =
        JUDGE.of(scores("mae", mae), simple, (metric, model) -> noise(0.04)).orElseThrow();

    assertThat(verdict.says()).isEqualTo(says);
    assertThat(verdict.model()).isEqualTo("ridge");
    assertThat(verdict.metric()).isEqualTo("mae");
    assertThat(verdict.difference()).isCloseTo(mae - 3.1, within(1e-12));
    assertThat(verdict.noise()).isEqualTo(0.04);
  }

  @Test
  void theSentenceSaysWhatToDo() {
    Map<String, Map<String, Double>> simple =
        Map.of("naive", scores("mae", 2.5), "ridge", scores("mae", 3.1));
    Map<String, Double> net = scores("mae", 3.44);
    String naive = JUDGE.of(net, simple, (metric, model) -> noise(0.04)).orElseThrow().text();
    String ridge =
        JUDGE
            .of(net, Map.of("ridge", simple.get("ridge")), (metric, model) -> noise(0.04))
            .orElseThrow()
            .text();

    assertThat(naive)
        .isEqualTo(
            "naive is better here than this net: mae 3.4400 against 2.5000; a difference of 0.9400,"
                + " with a noise of 0.0400 (95 % over 3 seeds). To get further, try a.key (a word) or another.key.");
    assertThat(ridge)
        .endsWith("Use it (predict --model ridge), or try a.key (a word) or another.key.");
  }

  @Test
  void aLowLogLossHidesNoAccuracy() {
    Judge watching = new Judge(Metric.LOG_LOSS, List.of("a", "b"), List.of());
    Map<String, Map<String, Double>> bayes =
        Map.of("naive-bayes", scores("accuracy", 0.84, "log-loss", 1.2));
    Verdict hidden =
        watching
            .of(scores("accuracy", 0.80, "log-loss", 0.5), bayes, (m, name) -> noise(0.01))
            .orElseThrow();
    Verdict both =
        watching
            .of(scores("accuracy", 0.88, "log-loss", 0.5), bayes, (m, name) -> noise(0.01))
            .orElseThrow();

    assertThat(hidden.says()).isEqualTo(Says.WORSE);
    assertThat(hidden.metric()).isEqualTo("accuracy");
    assertThat(both.says()).isEqualTo(Says.BETTER);
    assertThat(both.metric()).isEqualTo("log-loss");
  }

  @Test
  void whatTheSimpleModelsLackIsNotCompared() {
    Judge watching = new Judge(Metric.PINBALL, List.of("a", "b"), List.of());
    Map<String, Double> net = scores("coverage-80", 0.5, "mae", 2.0, "pinball", 1.0);
    Verdict verdict =
        watching
            .of(
                net,
                Map.of("naive", scores("coverage-80", 0.8, "mae", 4.0)),
                (metric, model) -> Optional.empty())
            .orElseThrow();

    assertThat(verdict.metric()).isEqualTo("mae");
    assertThat(verdict.noise()).isEqualTo(0.08); // 2 % of 4
    assertThat(verdict.text()).contains("rule of thumb", "--seeds 1,2,3");
    assertThat(JUDGE.of(net, Map.of(), (metric, model) -> noise(0))).isEmpty();
    assertThat(JUDGE.of(net, Map.of("x", scores("bleu", 4.0)), (metric, model) -> noise(0)))
        .isEmpty();
  }

  @Test
  void answersToTheSameExamplesAreComparedOneByOne() {
    List<String> classes = List.of("a", "b");
    int[] truth = new int[100];
    double[][] net = new double[100][];
    double[][] other = new double[100][];
    Arrays.setAll(net, i -> i < 90 ? new double[] {0.9, 0.1} : new double[] {0.1, 0.9});
    Arrays.setAll(other, i -> i < 80 ? new double[] {0.6, 0.4} : new double[] {0.4, 0.6});
    Verdict verdict =
        new Judge(Metric.ACCURACY, List.of("a", "b"), List.of())
            .of(
                Evaluation.of(new ClassAnswers(classes, truth, net)),
                Map.of("simple", Evaluation.of(new ClassAnswers(classes, truth, other))))
            .orElseThrow();

    // ten of a hundred differ: deviation 0.3015, error 0.03015
    assertThat(verdict.says()).isEqualTo(Says.BETTER);
    assertThat(verdict.noise()).isCloseTo(0.0599, within(0.001));
    assertThat(verdict.text()).contains("accuracy 0.9000 against 0.8000", "95 % over 100 examples");
  }

  @Test
  void whatEachExampleAddsMakesTheMetric() {
    ClassAnswers answers =
        new ClassAnswers(
            List.of("a", "b"), new int[] {0, 1}, new double[][] {{0.9, 0.1}, {0.7, 0.3}});
    Map<String, Double> metrics = answers.score().metrics();
    for (Metric metric : List.of(Metric.ACCURACY, Metric.LOG_LOSS)) {
      assertThat(Arrays.stream(answers.each(metric).orElseThrow()).average().orElseThrow())
          .isCloseTo(metrics.get(metric.key()), within(1e-12));
    }
    assertThat(answers.each(Metric.MACRO_F1)).isEmpty();
  }

  @Test
  void itIsWrittenInTheWordsOfTheFile() throws Exception {
    Verdict verdict = new Verdict(Says.EVEN, "mae", "ridge", -0.5, 1, "It is. Try.", "Try.");

    assertThat(verdict.finding()).isEqualTo("It is.");
    assertThat(Json.MAPPER.writeValueAsString(verdict))
        .isEqualTo(
            "{\"says\":\"even\",\"metric\":\"mae\",\"model\":\"ridge\",\"difference\":-0.5,"
                + "\"noise\":1.0,\"text\":\"It is. Try.\",\"advice\":\"Try.\"}");
  }
}
