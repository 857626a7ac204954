package org.unroll.core.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeamSearchTest {
  private static final int LIMIT = 4;
  private final TinyModel model = new TinyModel(5);

  private List<List<Hypothesis>> search(int width, BeamRanking ranking, int... examples) {
    int[] limits = new int[examples.length];
    Arrays.fill(limits, LIMIT);
    return new BeamSearch<>(model, TinyModel.RULES, ranking, width)
        .search(TinyModel.start(examples), limits);
  }

  private static List<List<Integer>> words(List<Hypothesis> hypotheses) {
    return hypotheses.stream().map(Hypothesis::words).toList();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.7, 0", "1, 0.3", "0, 0.5", "2, 1"})
  void aBeamThatHoldsAllFindsTheOrderOfAll(double lengthPenalty, double coveragePenalty) {
    BeamRanking ranking = new BeamRanking(lengthPenalty, coveragePenalty);
    for (int example = 0; example < 20; example++) {
      List<Hypothesis> all = model.all(example, LIMIT, ranking); // 1 + 3 + 9 + 27 + 81
      List<Hypothesis> found = search(1_000, ranking, example).get(0);

      assertThat(all).hasSize(121);
      assertThat(words(found)).isEqualTo(words(all));
      for (int i = 0; i < all.size(); i++) {
        assertThat(found.get(i).score()).isCloseTo(all.get(i).score(), within(1e-12));
      }
    }
  }

  @Test
  void anyWidthFindsNothingBetterThanTheBestAndOnlyRealScores() {
    BeamRanking ranking = new BeamRanking(0.6, 0.2);
    int best = 0;
    for (int example = 0; example < 50; example++) {
      List<Hypothesis> all = model.all(example, LIMIT, ranking);
      List<Hypothesis> found = search(4, ranking, example).get(0);

      assertThat(found).hasSizeBetween(1, 4);
      for (Hypothesis each : found) {
        Hypothesis same = all.get(words(all).indexOf(each.words()));
        assertThat(each.score()).isCloseTo(same.score(), within(1e-12));
        assertThat(each.attention()).hasSize(each.words().size() + 1);
      }
      assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
      best += found.get(0).words().equals(all.get(0).words()) ? 1 : 0;
    }
    assertThat(best).isGreaterThan(35); // of 50; what a beam of 4 of 81 paths is good for
  }

  @Test
  void examplesOfABatchAreAsAlone() {
    BeamRanking ranking = new BeamRanking(1, 0.1);
    List<List<Hypothesis>> together = search(3, ranking, 0, 1, 2, 3, 4, 5, 6);
    for (int example = 0; example < 7; example++) {
      assertThat(words(together.get(example))).isEqualTo(words(search(3, ranking, example).get(0)));
    }
  }

  @Test
  void widthOneIsGreedy() {
    int ended = 0;
    for (int example = 0; example < 50; example++) {
      Hypothesis greedy =
          new StepwiseWriter<>(model, TinyModel.RULES)
              .greedy(TinyModel.start(example), new int[] {LIMIT})
              .get(0);
      Hypothesis beam = search(1, new BeamRanking(0, 0), example).get(0).get(0);

      assertThat(beam.words()).isEqualTo(greedy.words());
      if (greedy.attention().size() > greedy.words().size()) {
        ended++;
        assertThat(beam.logProbability()).isCloseTo(greedy.logProbability(), within(1e-12));
      }
    }
    assertThat(ended).isGreaterThan(10);
  }

  /** Says 2, 3, 4, 5, end; at each step another word and the end are a little probable. */
  private static final class SureModel implements StepModel<List<Integer>> {
    private static final int WORDS = 7;

    @Override
    public int words() {
      return WORDS;
    }

    @Override
    public int rows(List<Integer> steps) {
      return steps.size();
    }

    @Override
    public Step<List<Integer>> step(List<Integer> steps, int[] last) {
      List<Integer> next = new ArrayList<>();
      float[][] probabilities = new float[last.length][];
      for (int i = 0; i < last.length; i++) {
        int done = steps.get(i);
        next.add(done + 1);
        probabilities[i] = new float[] {0, 0.05f, 0.01f, 0.01f, 0.01f, 0.01f, 0.04f};
        probabilities[i][done < 4 ? done + 2 : TinyModel.RULES.boundaries().end()] = 0.9f;
      }
      return new Step<>(next, probabilities, new float[last.length][0]);
    }

    @Override
    public List<Integer> select(List<Integer> steps, int... rows) {
      return Arrays.stream(rows).mapToObj(steps::get).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 1", "5, 1", "5, 0.6"})
  void unlikelyShortOutputsDoNotCutOffTheProbableOne(int width, double lengthPenalty) {
    List<Hypothesis> found =
        new BeamSearch<>(new SureModel(), TinyModel.RULES, new BeamRanking(lengthPenalty, 0), width)
            .search(List.of(0), new int[] {20})
            .get(0);

    assertThat(found.get(0).words()).containsExactly(2, 3, 4, 5);
    assertThat(found).hasSize(width);
  }

  @Test
  void eachExampleHasItsOwnLimit() {
    List<List<Hypothesis>> found =
        new BeamSearch<>(model, TinyModel.RULES, new BeamRanking(0, 0), 500)
            .search(TinyModel.start(3, 3, 3), new int[] {0, 2, 3});

    assertThat(found.get(0)).hasSize(1);
    assertThat(found.get(0).get(0).words()).isEmpty();
    assertThat(found.get(1)).hasSize(1 + 3 + 9);
    assertThat(found.get(2)).hasSize(1 + 3 + 9 + 27);
  }

  @Test
  void wordsThatNeverComeDoNotCome() {
    WordRules no3 = WordRules.of(new Boundaries(0, 1, 3));
    List<Hypothesis> found =
        new BeamSearch<>(model, no3, new BeamRanking(0, 0), 500)
            .search(TinyModel.start(1), new int[] {3})
            .get(0);

    assertThat(found).hasSize(1 + 2 + 4 + 8);
    assertThat(found.stream().flatMap(each -> each.words().stream())).containsOnly(2, 4);
  }

  @Test
  void coverageIsThatOfWuAndOthers() {
    BeamRanking ranking = new BeamRanking(0, 0.5);

    assertThat(ranking.score(-2, 3, new float[] {0.5f, 1.5f, 0}))
        .isCloseTo(-2 + 0.5 * Math.log(0.5), within(1e-9));
    assertThat(new BeamRanking(1, 0).score(-2, 7, new float[0])).isCloseTo(-1, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0.7", "4, 0", "4, 1"})
  void whatIsToldOnTheWayIsTheAnswerInTheEnd(int width, double lengthPenalty) {
    int[] examples = {3, 1, 4, 15, 9};
    int[] limits = {4, 3, 6, 8, 8};
    List<List<Integer>> told = new ArrayList<>();
    Arrays.stream(examples).forEach(example -> told.add(new ArrayList<>()));
    int[] early = {0};
    BeamRanking ranking = new BeamRanking(lengthPenalty, 0);

    List<List<Hypothesis>> found =
        new BeamSearch<>(model, TinyModel.RULES, ranking, width)
            .search(
                TinyModel.start(examples),
                limits,
                (row, word) -> {
                  told.get(row).add(word);
                  early[0] += model.steps < 8 ? 1 : 0;
                });

    assertThat(told).isEqualTo(found.stream().map(each -> each.get(0).words()).toList());
    assertThat(early[0]).isPositive();
  }
}
