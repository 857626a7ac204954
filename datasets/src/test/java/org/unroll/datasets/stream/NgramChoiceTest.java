package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Progress;

class NgramChoiceTest {
  private static final int SIZE = 6;

  /** Each symbol hangs on the two before it: one of six that comes in four of five cases. */
  private static SymbolText markov(int length) {
    Random random = new Random(5);
    int[] usual = random.ints(SIZE * SIZE, 0, SIZE).toArray();
    int[] numbers = new int[length];
    for (int i = 2; i < length; i++) {
      int expected = usual[numbers[i - 2] * SIZE + numbers[i - 1]];
      numbers[i] = random.nextInt(5) == 0 ? random.nextInt(SIZE) : expected;
    }
    return SymbolText.of(numbers);
  }

  @Test
  void findsTheOrderOfAMarkovChain() {
    SymbolText text = markov(60_000);
    NgramChoice choice =
        NgramChoice.of(text.part(0, 50_000), text.part(50_000, 60_000), SIZE, Progress.SILENT);
    assertThat(choice.model().order()).isEqualTo(3);
    assertThat(choice.nats()).as("the fourth is worse, none is tried after it").hasSize(4);
    assertThat(Collections.min(choice.nats())).isEqualTo(choice.nats().get(2));
  }

  /** Counted once for all orders, a model is the one that is fitted for its order alone. */
  @Test
  void theModelIsTheOneOfItsOrder() {
    SymbolText text = markov(6_000);
    SymbolText validation = text.part(5_000, 6_000);
    NgramChoice choice = NgramChoice.of(text.part(0, 5_000), validation, SIZE, Progress.SILENT);
    for (int order = 1; order <= choice.nats().size(); order++) {
      NgramModel alone = NgramModel.fit(text.part(0, 5_000), SIZE, order);
      assertThat(choice.nats().get(order - 1)).isEqualTo(alone.nats(validation, 0, 1_000));
    }
    int[] context = {1, 2, 3};
    NgramModel alone = NgramModel.fit(text.part(0, 5_000), SIZE, choice.model().order());
    assertThat(choice.model().probabilities(context)).isEqualTo(alone.probabilities(context));
  }

  /** On the text that was counted itself, each order is better than the one before. */
  @Test
  void noOrderAboveTheHighest() {
    SymbolText text = markov(3_000);
    NgramChoice choice = NgramChoice.of(text, text, SIZE, Progress.SILENT);
    assertThat(choice.nats()).hasSize(NgramChoice.HIGHEST);
    assertThat(choice.model().order()).isEqualTo(NgramChoice.HIGHEST);
    SymbolText one = text.part(0, 1);
    assertThat(NgramChoice.of(one, one, SIZE, Progress.SILENT).model().order()).isEqualTo(1);
  }
}
