package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NgramModelTest {
  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int D = 3;

  /** Letters as numbers: those of "abcdr" from 0. */
  private static SymbolText letters(String text) {
    return SymbolText.of(text.chars().map("abcdr"::indexOf).toArray());
  }

  private static SymbolText random(int seed, int length, int size) {
    return SymbolText.of(new Random(seed).ints(length, 0, size).toArray());
  }

  /**
   * Bigrams ab 2, br 2, ra 2, ac, ca, ad, da 1; before a stand 3 different symbols, before each of
   * b, c, d, r one, 7 together. So few counts take the discounts 0.5, 1 and 1.5.
   */
  @Test
  void abracadabraByHand() {
    NgramModel model = NgramModel.fit(letters("abracadabra"), 5, 2);
    double lowerA = (3 - 1.5) / 7 + (1.5 + 4 * 0.5) / 7 / 5;
    double lowerB = (1 - 0.5) / 7 + (1.5 + 4 * 0.5) / 7 / 5;
    double restOfA = (1 + 2 * 0.5) / 4; // after a: b twice, c and d once
    double[] afterA = model.probabilities(new int[] {B, A});
    assertThat(afterA[A]).isCloseTo(restOfA * lowerA, within(1e-12));
    assertThat(afterA[B]).isCloseTo((2 - 1.0) / 4 + restOfA * lowerB, within(1e-12));
    assertThat(afterA[C]).isCloseTo((1 - 0.5) / 4 + restOfA * lowerB, within(1e-12));
    assertThat(model.probabilities(new int[0])[A]).isCloseTo(lowerA, within(1e-12));
    double[] afterD = model.probabilities(new int[] {D});
    assertThat(afterD[A]).isCloseTo(0.5 + 0.5 * lowerA, within(1e-12));
    assertThat(model.nats(letters("aab"), 0, 3))
        .isCloseTo(-Math.log(lowerA * afterA[A] * afterA[B]) / 3, within(1e-12));
  }

  @Test
  void unigramsAreOfTheSymbolsThemselves() {
    double[] all = NgramModel.fit(letters("abracadabra"), 5, 1).probabilities(new int[] {A});
    double rest = (1.5 + 1 + 0.5 + 0.5 + 1) / 11; // a 5, b 2, c 1, d 1, r 2
    assertThat(all[A]).isCloseTo((5 - 1.5) / 11 + rest / 5, within(1e-12));
    assertThat(all[C]).isCloseTo((1 - 0.5) / 11 + rest / 5, within(1e-12));
  }

  @Test
  void everySymbolIsPossibleAndAllSumToOne() {
    SymbolText training = letters("abracadabraabracadabrabcd");
    for (int order = 1; order <= 6; order++) {
      NgramModel model = NgramModel.fit(training, 7, order);
      for (int[] context : new int[][] {{}, {A}, {B, C, D}, {A, A, A, A}, {6, A, B}, {A, B, 5}}) {
        double[] all = model.probabilities(context);
        assertThat(all).hasSize(7);
        assertThat(Arrays.stream(all).min().orElseThrow()).isPositive();
        assertThat(Arrays.stream(all).sum()).isCloseTo(1, within(1e-12));
      }
    }
  }

  /** What is scored is what {@code probabilities} says, with the symbols before the stretch. */
  @Test
  void scoresReadTheContextBeforeTheStretch() {
    SymbolText text = random(1, 3000, 6);
    NgramModel model = NgramModel.fit(text.part(0, 2000), 6, 4);
    double sum = 0;
    for (int place = 2000; place < 2500; place++) {
      sum -= Math.log(model.probabilities(text.numbers(place - 3, place))[text.at(place)]);
    }
    assertThat(model.nats(text, 2000, 2500)).isCloseTo(sum / 500, within(1e-12));
    assertThatThrownBy(() -> model.nats(text, 7, 7)).hasMessageContaining("empty");
  }

  @Test
  void whatRepeatsIsForeseen() {
    int[] numbers = IntStream.range(0, 9000).map(i -> i % 3).toArray();
    SymbolText text = SymbolText.of(numbers);
    assertThat(NgramModel.fit(text, 3, 1).nats(text, 0, 9000))
        .isCloseTo(Math.log(3), within(0.001));
    for (int order = 2; order <= 5; order++) {
      assertThat(NgramModel.fit(text, 3, order).nats(text, 10, 9000)).isLessThan(0.001);
    }
  }

  @Test
  void chanceIsNot() {
    NgramModel model = NgramModel.fit(random(1, 50_000, 20), 20, 3);
    assertThat(model.nats(random(2, 20_000, 20), 0, 20_000)).isBetween(2.99, 3.1); // ln 20 = 2.996
  }

  @Test
  void textsShorterThanTheOrder() {
    assertThat(NgramModel.fit(letters(""), 5, 4).probabilities(new int[] {A, B}))
        .containsOnly(1.0 / 5);
    NgramModel model = NgramModel.fit(letters("ab"), 5, 6);
    assertThat(model.order()).isEqualTo(6);
    double[] afterA = model.probabilities(new int[] {A});
    assertThat(Arrays.stream(afterA).sum()).isCloseTo(1, within(1e-12));
    assertThat(afterA[B]).isGreaterThan(0.5);
    assertThat(model.nats(letters("ab"), 0, 2)).isPositive();
    assertThatThrownBy(() -> NgramModel.fit(letters("ab"), 5, 0)).hasMessageContaining("order");
  }

  @Test
  void symbolsOfTwoBytes() {
    int[] numbers = IntStream.range(0, 60_000).map(i -> i % 600 * 100).toArray();
    SymbolText text = SymbolText.of(numbers);
    NgramModel model = NgramModel.fit(text, 60_000, 3);
    assertThat(model.nats(text, 0, 60_000)).isLessThan(0.1);
    double[] all = model.probabilities(new int[] {59_700, 59_800});
    assertThat(all[59_900]).isGreaterThan(0.9);
    assertThat(Arrays.stream(all).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void theEndOfALongTextIsCounted() {
    int most = NgramModel.MOST_COUNTED;
    int[] numbers = new int[most + 5];
    Arrays.fill(numbers, 0, 5, 1);
    NgramModel model = NgramModel.fit(SymbolText.of(numbers), 2, 1);
    assertThat(model.counted()).isEqualTo(most);
    assertThat(model.probabilities(new int[0])[1]).isLessThan(1e-6);
    assertThat(NgramModel.fit(letters("abc"), 5, 2).counted()).isEqualTo(3);
  }
}
