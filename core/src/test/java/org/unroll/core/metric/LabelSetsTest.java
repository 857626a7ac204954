package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.unroll.core.Json;

/** Against scikit-learn: {@code label-sets-golden.py} makes the same sets by the same formula. */
class LabelSetsTest {
  private static final double[][] HALVES = {{0.9, 0.5}, {0.1, 0.2}};

  private static JsonNode cases() throws IOException {
    try (InputStream in = LabelSetsTest.class.getResourceAsStream("label-sets-golden.json")) {
      return Json.MAPPER.readTree(in);
    }
  }

  private static Evaluation evaluated(JsonNode golden) {
    int examples = golden.get("examples").asInt();
    int labels = golden.get("labels").asInt();
    boolean[][] truth = new boolean[examples][labels];
    double[][] probabilities = new double[examples][labels];
    long state = golden.get("seed").asLong();
    for (int at = 0; at < examples * labels * 2; at++) {
      state = (state * 1103515245 + 12345) % (1L << 31);
      int example = at / labels / 2;
      int label = at % labels;
      if (at / labels % 2 == 0) {
        int share = golden.get("share").asInt() + 10 * (label % 3) - 10;
        truth[example][label] = (state >> 16) % 100 < share;
      } else {
        int holds = truth[example][label] ? 7 : 0;
        probabilities[example][label] = (1 + (state >> 16) % 16 + holds) / 25.0;
      }
    }
    return LabelSets.evaluate(
        truth, probabilities, names(labels), golden.get("threshold").asDouble());
  }

  private static List<String> names(int labels) {
    List<String> names = new ArrayList<>();
    for (int label = 0; label < labels; label++) {
      names.add("label " + label);
    }
    return names;
  }

  @Test
  void scoresAreThoseOfScikitLearn() throws IOException {
    JsonNode cases = cases();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(20);
    for (JsonNode golden : cases) {
      Evaluation evaluation = evaluated(golden);
      List<String> keys = new ArrayList<>();
      golden.get("scores").fieldNames().forEachRemaining(keys::add);
      assertThat(evaluation.metrics()).as(golden.toString()).containsOnlyKeys(keys);
      for (String key : keys) {
        assertThat(evaluation.metrics().get(key))
            .as("%s of %s", key, golden)
            .isCloseTo(golden.get("scores").get(key).asDouble(), within(1e-9));
      }
    }
  }

  @Test
  void theTableIsThatOfScikitLearn() throws IOException {
    for (JsonNode golden : cases()) {
      List<List<String>> rows = evaluated(golden).tables().get(0).rows();
      for (int label = 0; label < rows.size(); label++) {
        JsonNode expected = golden.get("table").get(label);
        List<String> cells = new ArrayList<>(List.of("label " + label));
        for (int i = 0; i < 3; i++) {
          cells.add(cell(expected.get(i)));
        }
        cells.add(Long.toString(expected.get(3).asLong()));
        assertThat(rows.get(label)).as(golden.toString()).isEqualTo(cells);
      }
    }
  }

  private static String cell(JsonNode value) {
    return value.isNull() ? Table.NONE : String.format(Locale.ROOT, "%.3f", value.asDouble());
  }

  @Test
  void aProbabilityMustBeAboveTheThreshold() {
    boolean[][] truth = {{true, false}, {false, false}};
    assertThat(LabelSets.evaluate(truth, HALVES, names(2), 0.5).metrics())
        .containsEntry("exact-match", 1.0)
        .containsEntry("micro-f1", 1.0);
    assertThat(LabelSets.evaluate(truth, HALVES, names(2), 0.49).metrics())
        .containsEntry("exact-match", 0.5);
  }

  @Test
  void whereNothingHoldsThereIsNoRanking() {
    Evaluation none = LabelSets.evaluate(new boolean[2][2], HALVES, names(2), 0.95);
    assertThat(none.metrics()).containsOnlyKeys("micro-f1", "macro-f1", "exact-match", "log-loss");
    assertThat(none.metrics()).containsEntry("micro-f1", 0.0).containsEntry("exact-match", 1.0);
  }

  @Test
  void whatCannotBeAProbabilityIsRefused() {
    double[][] wrong = {{0.5, Double.NaN}, {0, 1}};
    assertThatThrownBy(() -> LabelSets.evaluate(new boolean[2][2], wrong, names(2), 0.5))
        .hasMessageContaining("example 0: probability NaN");
    assertThatThrownBy(() -> LabelSets.evaluate(new boolean[0][2], HALVES, names(2), 0.5))
        .hasMessageContaining("0 sets for 2 rows");
  }

  /** Each fold's training data lack a label of the other's; numbers differ. */
  @Test
  void setsOfTwoFoldsAreScoredAsOne() throws JsonProcessingException {
    LabelSetAnswers first =
        new LabelSetAnswers(
            List.of("a", "c"), new int[][] {{1}, {}}, new double[][] {{.1, .9}, {.6, .2}}, 0.5);
    LabelSetAnswers second =
        new LabelSetAnswers(
            List.of("b", "a"), new int[][] {{0, 1}}, new double[][] {{.7, .4}}, 0.5);
    LabelSetAnswers one =
        new LabelSetAnswers(
            List.of("a", "c", "b"),
            new int[][] {{1}, {}, {2, 0}},
            new double[][] {{.1, .9, 0}, {.6, .2, 0}, {.4, 0, .7}},
            0.5);
    assertThat(readBack(first).and(readBack(second)).score()).isEqualTo(one.score());
    Answers classes = new ClassAnswers(List.of("a"), new int[] {0}, new double[][] {{1}});
    assertThatThrownBy(() -> first.and(classes)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Answers readBack(Answers answers) throws JsonProcessingException {
    String json = Json.MAPPER.writerFor(Answers.class).writeValueAsString(answers);
    return Json.MAPPER.readValue(json, Answers.class);
  }
}
