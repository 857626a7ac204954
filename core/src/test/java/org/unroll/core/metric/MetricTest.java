package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {
  @Test
  void keysAreThoseOfTheFiles() {
    assertThat(List.of(Metric.MACRO_F1, Metric.COVERAGE_80, Metric.R2, Metric.ROUGE_L))
        .extracting(Metric::key)
        .containsExactly("macro-f1", "coverage-80", "r2", "rouge-l");
    assertThat(Metric.of("shuffled-bleu-4")).contains(Metric.SHUFFLED_BLEU_4);
    assertThat(Metric.of("peak-mae")).contains(Metric.PEAK_MAE);
    assertThat(Metric.of("PEAK_MAE")).isEmpty();
  }

  @Test
  void meaningsEndWithScaleAndDirection() {
    assertThat(Metric.ACCURACY.meaning())
        .isEqualTo("share of examples answered rightly; 0–1, higher is better");
    assertThat(Metric.MAE.meaning())
        .isEqualTo("mean absolute error, in the units of the data; lower is better");
    assertThat(Metric.PERPLEXITY.meaning())
        .isEqualTo("e to the mean −ln of the probability of each word or symbol; lower is better");
    assertThat(Metric.CHRF.meaning()).endsWith("; 0–100, higher is better");
    assertThat(Metric.DISTINCT_CAPTIONS.meaning()).endsWith("; neither is better");
  }

  @ParameterizedTest
  @EnumSource
  void noValueBeatsItselfAndNanBeatsNothing(Metric metric) {
    assertThat(metric.better(1, 1)).isFalse();
    assertThat(metric.better(Double.NaN, 1)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"COVERAGE_80", "SHUFFLED_BLEU_4", "COPIED", "DISTINCT_CAPTIONS"})
  void everyValueBeatsTheWorst(Metric metric) {
    assertThat(metric.better(-1e300, metric.worst())).isTrue();
    assertThat(metric.better(1e300, metric.worst())).isTrue();
  }

  @Test
  void someAreBetterHigherAndSomeLower() {
    assertThat(Metric.BLEU.better(2, 1)).isTrue();
    assertThat(Metric.BLEU.better(1, 2)).isFalse();
    assertThat(Metric.LOG_LOSS.better(1, 2)).isTrue();
    assertThat(Metric.LOG_LOSS.better(2, 1)).isFalse();
  }

  @Test
  void ofACoverageNeitherSideIsBetter() {
    assertThat(Metric.COVERAGE_80.better(0.9, 0.8)).isFalse();
    assertThat(Metric.COVERAGE_80.better(0.7, 0.8)).isFalse();
  }

  @Test
  void someSayHowSurprisedANetWas() {
    assertThat(Metric.surprise(Map.of("accuracy", 0.5, "log-loss", 0.7))).isEqualTo(0.7);
    assertThat(Metric.surprise(Map.of("bleu", 5.0, "perplexity", 9.0))).isEqualTo(9);
    assertThat(Metric.surprise(Map.of("mae", 0.5))).isNaN();
  }

  @Test
  void theScaleSaysHowManyDecimalsAreShown() {
    assertThat(Scale.UNIT.text(0.84231)).isEqualTo("0.8423");
    assertThat(Scale.HUNDRED.text(7.258)).isEqualTo("7.26");
    assertThat(Scale.OPEN.text(3.9)).isEqualTo("3.9000");
    assertThat(Scale.OPEN.text(-37.254)).isEqualTo("-37.25");
    assertThat(Scale.OPEN.text(12345.6)).isEqualTo("12,346");
    assertThat(Scale.OPEN.text(Double.NaN)).isEqualTo("NaN");
    assertThat(Scale.COUNT.text(812)).isEqualTo("812");
    assertThat(Scale.of("no metric")).isEqualTo(Scale.OPEN);
  }

  @Test
  void numbersOfAColumnShareTheDecimalsOfTheSmallest() {
    assertThat(Scale.OPEN.decimals(List.of(5091.38, -6.5))).isEqualTo(4);
    assertThat(Scale.OPEN.decimals(List.of(5091.38, 74.3, Double.NaN))).isEqualTo(2);
    assertThat(Scale.OPEN.decimals(List.of(5091.38, 1234.5))).isZero();
  }
}
