package org.unroll.datasets.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.text.LabelledText;

/** Sets of labels, from the cells of a table to the scores. */
class SeveralLabelsTest {
  private static final LabelsConfig CONFIG = new LabelsConfig("|", 0.5);

  private final List<String> notices = new ArrayList<>();

  private static List<LabelledText> texts(String... cells) {
    List<LabelledText> texts = new ArrayList<>();
    for (String cell : cells) {
      texts.add(new LabelledText("a film", cell, new Origin("films.csv", texts.size() + 2)));
    }
    return texts;
  }

  private SeveralLabels fitted(String... cells) {
    return SeveralLabels.fit(texts(cells), "texts", CONFIG, notices::add);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "crime | drama||crime #crime,drama",
        "drama#drama",
        "[\"crime\", \"sci-fi | horror\", 7]#crime,sci-fi | horror,7",
        "[noir]|drama#[noir],drama",
        "[]#''",
        "|#''",
        "''#''"
      })
  void aCellHoldsLabelsOrNone(String cell, String labels) {
    assertThat(String.join(",", CONFIG.split(cell))).isEqualTo(labels);
  }

  @Test
  void otherSeparatorsAreTakenAsTheyAre() {
    assertThat(new LabelsConfig(".", 0.5).split("a.b|c")).containsExactly("a", "b|c");
    assertThat(new LabelsConfig(" ", 0.5).split("a  b")).containsExactly("a", "b");
  }

  @Test
  void labelsBecomeArraysOfZeroAndOne() {
    SeveralLabels labels = fitted("b|a", "", "c");
    assertThat(labels.labels().names()).containsExactly("a", "b", "c");
    float[][] rows =
        labels.targets(texts("c|a", "", "d|b")).arrays(new int[] {2, 0, 1}).toFloatMatrix();
    assertThat(rows).isDeepEqualTo(new float[][] {{0, 1, 0}, {1, 0, 1}, {0, 0, 0}});
    assertThat(notices).isEmpty();
  }

  @Test
  void oneLabelEachIsToldAndNoneAtAllRefused() {
    fitted("a", "b");
    assertThat(notices)
        .singleElement()
        .asString()
        .contains("texts", "exactly one", "softmax", "'|'");
    assertThatThrownBy(() -> fitted("", "|"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no training example has a label")
        .hasMessageContaining("films.csv:2");
  }

  @Test
  void aLabelThatTrainingLacksIsMissed() {
    SeveralLabels labels = fitted("a", "a|b");
    double[][] sure = {{1, 0}, {0, 1}};
    assertThat(labels.score(texts("a", "b"), sure).metrics()).containsEntry("micro-f1", 1.0);
    Evaluation missed = labels.score(texts("a|z", "b"), sure);
    assertThat(missed.metrics().get("micro-f1")).isCloseTo(0.8, within(1e-12));
    assertThat(missed.metrics()).containsEntry("exact-match", 0.5);
    assertThat(missed.tables().get(0).rows().get(2))
        .containsExactly("z", "–", "0.000", "0.000", "1");
  }

  @Test
  void theMostProbableLabelStandsFirst() {
    LabelsPrediction said = fitted("a|b|c", "").prediction(new double[] {0.6, 0.5, 0.9});
    assertThat(said.labels()).containsExactly("c", "a");
    assertThat(said.toLines()).containsExactly("c 0.900, a 0.600");
    LabelsPrediction nothing = fitted("a|b|c", "").prediction(new double[] {0.1, 0.3, 0.2});
    assertThat(nothing.labels()).isEmpty();
    assertThat(nothing.toLines()).containsExactly("none (nearest b 0.300)");
  }

  /** The label a holds in 3 of 5, yet the most frequent set is c alone. */
  @Test
  void theMostFrequentSetIsSaidWithSharesNearTheTruth() {
    List<LabelledText> training = texts("a|b", "c", "a", "c", "a|c");
    SeveralLabels labels = SeveralLabels.fit(training, "texts", CONFIG, notices::add);
    double[] row = labels.mostFrequent(training);
    assertThat(labels.prediction(row).labels()).containsExactly("c");
    assertThat(row).containsExactly(new double[] {0.5, 0.2, 0.6}, within(1e-12));
  }

  @Test
  void softmaxRefusesWhatLooksLikeSets() {
    assertThatThrownBy(() -> OneClass.fit(texts("crime|drama", "drama", "noir"), "texts", CONFIG))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(
            "\"crime|drama\"", "crime and drama", "{layer: sigmoid}", "separator");
    OneClass names = OneClass.fit(texts("TV|Radio", "drama", "noir"), "texts", CONFIG);
    assertThat(names.classes().names()).containsExactly("TV|Radio", "drama", "noir");
  }

  @Test
  void naiveBayesOfEachLabelIsThatOfTwoClasses() {
    Random random = new Random(5);
    List<List<String>> texts = new ArrayList<>();
    int[][] sets = new int[60][];
    for (int i = 0; i < sets.length; i++) {
      int[] words = random.ints(6, 0, 12).toArray();
      texts.add(Arrays.stream(words).mapToObj(word -> "w" + word).toList());
      sets[i] =
          Arrays.stream(words)
              .filter(word -> word % 3 == 0)
              .map(w -> w / 3)
              .distinct()
              .sorted()
              .toArray();
    }
    LabelBayes all = LabelBayes.fit(texts, sets, 4);
    for (int label = 0; label < 4; label++) {
      int number = label;
      int[] holds =
          Arrays.stream(sets)
              .mapToInt(set -> Arrays.binarySearch(set, number) < 0 ? 0 : 1)
              .toArray();
      NaiveBayes one = NaiveBayes.fit(texts, holds, 2);
      for (List<String> text :
          List.of(texts.get(0), List.of("w1", "w1", "new"), List.<String>of())) {
        assertThat(all.probabilities(text)[label])
            .isCloseTo(one.probabilities(text)[1], within(1e-12));
      }
    }
  }
}
