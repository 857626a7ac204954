package org.unroll.core.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is drawn hangs on the seed and the number of the example, and on nothing else. */
class DrawsTest {
  private static final int LENGTH = 12;
  private static final DecodeConfig DRAWN =
      new DecodeConfig(
          1,
          0,
          0,
          1,
          LENGTH,
          0,
          32,
          OptionalDouble.of(1),
          OptionalInt.empty(),
          OptionalDouble.empty());

  private static List<Integer> draws(WordChoice choice, int count) {
    float[] even = new float[50];
    Arrays.fill(even, 1f / even.length);
    List<Integer> draws = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      draws.add(choice.choose(even));
    }
    return draws;
  }

  /** Else a text of one seed would be that of the next but for its first word. */
  @Test
  void nearSeedsAreNotOneSequenceShifted() {
    Set<List<Integer>> seen = new HashSet<>();
    for (long seed = -50; seed < 50; seed++) {
      List<Integer> draws = draws(Sampling.plain().choice(seed), 40);
      for (int from = 0; from + 6 <= draws.size(); from++) {
        assertThat(seen.add(draws.subList(from, from + 6))).isTrue();
      }
    }
  }

  @Test
  void drawsAreAsProbableAsTheModelSays() {
    float[] probabilities = {0.1f, 0, 0.6f, 0.3f};
    int[] counts = new int[4];
    WordChoice choice = Sampling.plain().choice(3);
    for (int i = 0; i < 20_000; i++) {
      counts[choice.choose(probabilities)]++;
    }
    assertThat(counts[0] / 20_000.0).isCloseTo(0.1, within(0.01));
    assertThat(counts[1]).isZero();
    assertThat(counts[2] / 20_000.0).isCloseTo(0.6, within(0.02));
  }

  private static Map<Integer, List<Integer>> written(long seed, int... examples) {
    int[] limits = new int[examples.length];
    int[] same = new int[examples.length]; // as prompts that are all the same
    Arrays.fill(limits, LENGTH);
    SequenceWriter writer = new SequenceWriter(DRAWN, new Boundaries(0, 1), seed);
    List<List<Hypothesis>> found =
        writer.write(new TinyModel(30), TinyModel.start(same), limits, examples);
    Map<Integer, List<Integer>> texts = new HashMap<>();
    for (int i = 0; i < examples.length; i++) {
      texts.put(examples[i], found.get(i).get(0).words());
    }
    return texts;
  }

  @Test
  void anExampleDrawsTheSameBesideOthers() {
    Map<Integer, List<Integer>> together = written(5, 0, 1, 2, 7);
    assertThat(written(5, 7)).containsEntry(7, together.get(7));
    assertThat(written(5, 2, 0)).containsEntry(0, together.get(0));
  }

  @Test
  void examplesOfOneSeedAreNotThoseOfAnother() {
    int[] many = new int[70];
    Arrays.setAll(many, i -> i);
    Set<List<Integer>> texts = new HashSet<>();
    for (long seed = 1; seed <= 4; seed++) {
      texts.addAll(written(seed, many).values());
    }
    assertThat(texts).hasSize(4 * many.length);
  }
}
