package org.unroll.core.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepwiseWriterTest {
  private static final float[] PROBABILITIES = {0.1f, 0.4f, 0.2f, 0.3f};

  private final TinyModel model = new TinyModel(6);
  private final StepwiseWriter<List<TinyModel.Row>> writer =
      new StepwiseWriter<>(model, TinyModel.RULES);

  @Test
  void rowsAreAsAloneAndStopAtTheirEndOrLimit() {
    int[] limits = {3, 5, 0, 8};
    List<Hypothesis> together = writer.greedy(TinyModel.start(0, 1, 2, 3), limits);
    for (int i = 0; i < limits.length; i++) {
      Hypothesis alone = writer.greedy(TinyModel.start(i), new int[] {limits[i]}).get(0);
      assertThat(together.get(i).words()).isEqualTo(alone.words()).doesNotContain(0, 1);
      assertThat(alone.words()).hasSizeLessThanOrEqualTo(Math.max(1, limits[i]));
    }
  }

  @Test
  void oneSeedWritesOneTextInAnyBatch() {
    Sampling sampling = new Sampling(1.3, 4, 0.95);
    int[] limits = {20, 20, 20};
    List<Hypothesis> first =
        writer.write(TinyModel.start(0, 1, 2), limits, row -> sampling.choice(row));
    Hypothesis alone =
        writer.write(TinyModel.start(2), new int[] {20}, row -> sampling.choice(2)).get(0);

    assertThat(first.get(2).words()).isEqualTo(alone.words());
  }

  @Test
  void drawsFollowTheProbabilities() {
    int[] counts = new int[4];
    WordChoice choice = Sampling.plain().choice(5);
    for (int i = 0; i < 40_000; i++) {
      counts[choice.choose(PROBABILITIES)]++;
    }
    for (int word = 0; word < 4; word++) {
      assertThat(counts[word] / 40_000.0).isCloseTo(PROBABILITIES[word], within(0.01));
    }
  }

  @Test
  void temperatureRaisesToItsInverse() {
    double[] weights = new Sampling(0.5, 9, 1).weights(PROBABILITIES);

    assertThat(weights[2] / weights[1]).isCloseTo(0.25, within(1e-6));
    assertThat(weights[3] / weights[1]).isCloseTo(9 / 16.0, within(1e-6));
    double[] cold = new Sampling(0.001, 9, 1).weights(PROBABILITIES);
    assertThat(cold).containsExactly(new double[] {0, 1, 0, 0}, within(1e-9));
  }

  @Test
  void topKAndTopPLeaveOut() {
    assertThat(new Sampling(1, 2, 1).weights(PROBABILITIES)).matches(w -> kept(w, 1, 3));
    assertThat(new Sampling(1, 9, 0.39).weights(PROBABILITIES)).matches(w -> kept(w, 1));
    assertThat(new Sampling(1, 9, 0.69).weights(PROBABILITIES)).matches(w -> kept(w, 1, 3));
    assertThat(new Sampling(1, 9, 0.71).weights(PROBABILITIES)).matches(w -> kept(w, 1, 2, 3));
    assertThat(new Sampling(1, 9, 1e-9).weights(PROBABILITIES)).matches(w -> kept(w, 1));
  }

  private static boolean kept(double[] weights, int... words) {
    for (int word = 0; word < weights.length; word++) {
      int wanted = word;
      boolean keeps = Arrays.stream(words).anyMatch(each -> each == wanted);
      if (keeps != weights[word] > 0) {
        return false;
      }
    }
    return true;
  }

  @Test
  void topOneIsGreedy() {
    Sampling one = new Sampling(1, 1, 1);
    for (int example = 0; example < 20; example++) {
      int[] limit = {6};
      assertThat(writer.write(TinyModel.start(example), limit, one::choice).get(0).words())
          .isEqualTo(writer.greedy(TinyModel.start(example), limit).get(0).words());
    }
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Sampling(0, 1, 1)).hasMessageContaining("temperature 0");
    assertThatThrownBy(() -> new Sampling(1, 0, 1)).hasMessageContaining("top-k 0");
    assertThatThrownBy(() -> new Sampling(1, 1, 0)).hasMessageContaining("top-p 0");
  }

  @Test
  void largestInOnePass() {
    assertThat(TopWords.of(new float[] {0.1f, 0.4f, 0, 0.4f, 0.2f}, 3)).containsExactly(1, 3, 4);
    assertThat(TopWords.of(new float[] {0.1f, 0}, 3)).containsExactly(0);
    assertThat(TopWords.descending(new double[] {1, 3, 3, 2})).containsExactly(1, 2, 3, 0);
  }
}
