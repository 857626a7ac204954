package org.unroll.apps.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.metric.Levels;

/** Truths around 0 whose spread grows with the step, and a net that says the same of every step. */
class BandsTest {
  private static final int WINDOWS = 2_000;
  private static final int STEPS = 3;

  private final Random random = new Random(2);
  private final double[][] truths = new double[WINDOWS][STEPS];

  /** What the truths lie above levels that are the same for all windows and steps. */
  private float[][][][] errors(double... said) {
    float[][][][] errors = new float[1][said.length][STEPS][WINDOWS];
    for (int window = 0; window < WINDOWS; window++) {
      for (int step = 0; step < STEPS; step++) {
        truths[window][step] = (1 + step) * random.nextGaussian();
        for (int level = 0; level < said.length; level++) {
          errors[0][level][step][window] = (float) (truths[window][step] - said[level]);
        }
      }
    }
    return errors;
  }

  private static double[][] forecast(double... said) {
    double[][] forecast = new double[said.length][STEPS];
    for (int level = 0; level < said.length; level++) {
      java.util.Arrays.fill(forecast[level], said[level]);
    }
    return forecast;
  }

  private double share(int step, double low, double high) {
    return java.util.Arrays.stream(truths)
            .filter(window -> window[step] >= low && window[step] <= high)
            .count()
        / (double) WINDOWS;
  }

  @Test
  void eachStepHoldsWhatItsLevelsSayAndTheMedianStays() {
    Levels levels = new Levels(List.of(0.1, 0.5, 0.9));
    float[][][][] errors = errors(-0.2, 0.1, 0.2);
    double[][] byStep =
        new BandsFit(levels, errors, 100, WINDOWS).bands().moved(forecast(-0.2, 0.1, 0.2), 0, 1);
    double[][] together =
        new BandsFit(levels, errors, 99, WINDOWS).bands().moved(forecast(-0.2, 0.1, 0.2), 0, 1);

    assertThat(byStep[1]).containsExactly(0.1, 0.1, 0.1);
    for (int step = 0; step < STEPS; step++) {
      assertThat(share(step, byStep[0][step], byStep[2][step])).isCloseTo(0.8, within(0.002));
      assertThat(share(step, Double.NEGATIVE_INFINITY, byStep[0][step]))
          .isCloseTo(0.1, within(0.001));
    }
    assertThat(together[2][0]).isEqualTo(together[2][2]);
    assertThat(share(0, together[0][0], together[2][0])).isGreaterThan(0.9);
    double all =
        (share(0, together[0][0], together[2][0])
                + share(1, together[0][1], together[2][1])
                + share(2, together[0][2], together[2][2]))
            / STEPS;
    assertThat(all).isCloseTo(0.8, within(0.002));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.1,0.9", "0.05,0.4,0.8", "0.1,0.25,0.45", "0.7", "0.6,0.95", "0.1,0.3,0.5,0.9"})
  void thePointStaysAndNoLevelCrosses(String text) {
    double[] values = DoubleStream.of(parse(text)).toArray();
    Levels levels = new Levels(DoubleStream.of(values).boxed().toList());
    double[] said = DoubleStream.of(values).map(level -> 4 * level - 1.5).toArray();
    Bands bands = new BandsFit(levels, errors(said), WINDOWS, WINDOWS).bands();
    for (double width : new double[] {0.01, 1, 30}) {
      double[][] before =
          forecast(DoubleStream.of(values).map(level -> width * (level - 0.5)).toArray());
      double[][] after = bands.moved(before, 0, 1);

      for (int step = 0; step < STEPS; step++) {
        assertThat(levels.point(after)[step]).isCloseTo(levels.point(before)[step], within(1e-12));
        for (int level = 1; level < values.length; level++) {
          assertThat(after[level][step]).isGreaterThanOrEqualTo(after[level - 1][step]);
        }
      }
    }
  }

  private static double[] parse(String text) {
    return java.util.Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void aBandWithoutMedianHoldsItsShareToo() {
    double[][] moved =
        new BandsFit(new Levels(List.of(0.1, 0.9)), errors(-0.1, 0.3), WINDOWS, WINDOWS)
            .bands()
            .moved(forecast(-0.1, 0.3), 0, 1);
    for (int step = 0; step < STEPS; step++) {
      assertThat(share(step, moved[0][step], moved[1][step])).isCloseTo(0.8, within(0.002));
    }
  }

  @Test
  void whatIsNotKnownIsLeftOutAndFewWindowsGiveTheirFurthest() {
    float none = Float.NaN;
    float[][][][] errors = {{{{-3, none, 1}}, {{-3, none, 1}}, {{-3, none, 1}}}};
    double[][] moved =
        new BandsFit(new Levels(List.of(0.1, 0.5, 0.9)), errors, 3, 3)
            .bands()
            .moved(new double[][] {{5}, {5}, {5}}, 0, 2);
    assertThat(moved).isDeepEqualTo(new double[][] {{-1}, {5}, {7}});
    float[][][][] unknown = {{{{none}}, {{none}}, {{none}}}};
    Bands bands = new BandsFit(new Levels(List.of(0.1, 0.5, 0.9)), unknown, 1, 1).bands();
    assertThat(bands.shifts()).isDeepEqualTo(new double[1][3][1]);
  }

  @Test
  void theyAreReadAsTheyWereWritten(@TempDir Path folder) throws IOException {
    assertThat(Bands.load(folder)).isEmpty();
    Bands bands =
        new Bands(
            new Levels(List.of(0.1, 0.9)),
            new double[][][] {{{0.5}, {1}}},
            new double[][][] {{{0}, {0.5}}},
            12,
            true,
            false);
    bands.save(folder);
    assertThat(Bands.load(folder)).get().usingRecursiveComparison().isEqualTo(bands);
  }

  @Test
  void thoseOfEarlierVersionsHaveShiftsAlone(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("bands.json"),
        """
        {"levels": {"values": [0.1, 0.9]}, "shifts": [[[-1], [0.5]]], "windows": 12, "byStep": true}
        """);
    double[][] moved = Bands.load(folder).orElseThrow().moved(new double[][] {{1}, {2}}, 0, 2);
    assertThat(moved).isDeepEqualTo(new double[][] {{-1}, {3}});
  }

  /** Nets that see how wide a band must be, and say all of them too wide. */
  @ParameterizedTest
  @ValueSource(strings = {"0.1,0.5,0.9", "0.1,0.9"})
  void narrowAndWideBandsAreDrawnInAlike(String text) {
    Levels levels = new Levels(DoubleStream.of(parse(text)).boxed().toList());
    int last = levels.count() - 1;
    float[][][][] errors = new float[1][levels.count()][1][WINDOWS];
    double[] widths = new double[WINDOWS];
    double[] truths = new double[WINDOWS];
    for (int window = 0; window < WINDOWS; window++) {
      widths[window] = window % 2 == 0 ? 1 : 20;
      truths[window] = widths[window] * random.nextGaussian();
      for (int level = 0; level <= last; level++) {
        errors[0][level][0][window] = (float) (truths[window] - said(level, last, widths[window]));
      }
    }
    Bands bands = new BandsFit(levels, errors, WINDOWS, WINDOWS).bands();

    int[] inside = new int[2];
    for (int window = 0; window < WINDOWS; window++) {
      double[][] said = new double[levels.count()][1];
      for (int level = 0; level <= last; level++) {
        said[level][0] = said(level, last, widths[window]);
      }
      double[][] moved = bands.moved(said, 0, 1);
      if (truths[window] >= moved[0][0] && truths[window] <= moved[last][0]) {
        inside[window % 2]++;
      }
    }
    assertThat(inside[0] + inside[1]).isCloseTo(4 * WINDOWS / 5, within(3));
    assertThat(inside[0]).isCloseTo(2 * WINDOWS / 5, within(WINDOWS / 50));
  }

  /** From -3 to 3 deviations. */
  private static double said(int level, int last, double width) {
    return width * 3 * (2.0 * level / last - 1);
  }

  /** What is too much is the same for narrow and wide ones. */
  @Test
  void aShiftIsTakenWhereItForeseesBetter() {
    float[][][][] errors = new float[1][3][1][WINDOWS];
    for (int window = 0; window < WINDOWS; window++) {
      double width = window % 2 == 0 ? 2 : 6;
      double truth = (width - 1.5) / 1.2816 * random.nextGaussian();
      for (int level = 0; level < 3; level++) {
        errors[0][level][0][window] = (float) (truth - width * (level - 1));
      }
    }
    Bands bands =
        new BandsFit(new Levels(List.of(0.1, 0.5, 0.9)), errors, WINDOWS, WINDOWS).bands();
    double[][] moved = bands.moved(new double[][] {{-2}, {0}, {2}}, 0, 1);
    assertThat(moved[2][0]).isCloseTo(0.5, within(0.2));
    assertThat(moved[0][0]).isCloseTo(-0.5, within(0.2));
  }

  @Test
  void ofFewStepsTheFurthestTruthsCount() {
    float[][][][] errors = errors(-30, 0, 30);
    Levels levels = new Levels(List.of(0.1, 0.5, 0.9));
    double[][] few = new BandsFit(levels, errors, 1, 8).bands().moved(forecast(-30, 0, 30), 0, 1);
    double[][] more = new BandsFit(levels, errors, 1, 50).bands().moved(forecast(-30, 0, 30), 0, 1);

    assertThat(share(STEPS - 1, few[0][0], few[2][0])).isEqualTo(1);
    assertThat(few[2][0]).isLessThan(20);
    assertThat(share(STEPS - 1, more[0][0], more[2][0])).isLessThan(0.7);
  }

  @Test
  void bandsWithoutWidthStayWithoutOne() {
    float[][][][] below = {{{{-1, -2}}, {{-1, -2}}, {{-1, -2}}}}; // truths, of all levels
    Bands bands = new BandsFit(new Levels(List.of(0.1, 0.5, 0.9)), below, 2, 2).bands();
    double[][] moved = bands.moved(new double[][] {{5}, {5}, {5}}, 0, 1);
    assertThat(moved).isDeepEqualTo(new double[][] {{3}, {5}, {5}});
  }
}
