package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.apps.bench.AttentionCase.Pairs;
import org.unroll.apps.bench.TextCase.Phrases;

/** The batches that ours and PyTorch's JVM draw. */
class SentenceCasesTest {
  private static final TextCase TEXT = new TextCase();
  private static final AttentionCase ATTENTION = new AttentionCase();

  @Test
  void theyAreReadByTheirNames() {
    assertThat(LayerCase.parse("text")).isEqualTo(TEXT);
    assertThat(LayerCase.parse("attention")).isEqualTo(ATTENTION);
    assertThat(LayerCase.all()).contains(TEXT, ATTENTION);
  }

  @Test
  void phrasesAreAsLongAsTheTreebanks() {
    List<Phrases> batches = TEXT.phrases();
    assertThat(batches).hasSize(TEXT.batches());
    assertThat(mean(batches.stream().map(Phrases::words).toList())).isCloseTo(9.5, within(0.5));
    for (Phrases batch : batches) {
      assertThat(batch.words()).hasNumberOfRows(TEXT.batch());
      assertThat(batch.classes()).hasSize(TEXT.batch()).containsOnly(0, 1);
      assertWords(batch.words(), 1, 52, TextCase.WORDS);
    }
  }

  @Test
  void pairsAreAsLongAsMulti30ks() {
    List<Pairs> batches = ATTENTION.pairs();
    assertThat(batches).hasSize(ATTENTION.batches());
    assertThat(mean(batches.stream().map(Pairs::sources).toList())).isCloseTo(13.4, within(0.5));
    assertThat(mean(batches.stream().map(Pairs::wanted).toList())).isCloseTo(14, within(1.0));
    for (Pairs batch : batches) {
      assertThat(batch.sources()).hasNumberOfRows(ATTENTION.batch());
      assertWords(batch.sources(), 8, 25, AttentionCase.WORDS);
      assertWords(batch.wanted(), 8, 25, AttentionCase.WORDS);
    }
  }

  @Test
  void aDecoderReadsTheWordsBeforeThoseItIsToWrite() {
    Pairs batch = ATTENTION.pairs().get(0);
    for (int row = 0; row < ATTENTION.batch(); row++) {
      int[] wanted = batch.wanted()[row];
      int[] given = batch.given()[row];
      assertThat(given).hasSameSizeAs(wanted).startsWith(1);
      assertThat(Arrays.copyOfRange(given, 1, given.length))
          .isEqualTo(Arrays.copyOf(wanted, wanted.length - 1));
    }
  }

  @Test
  void littleOfABatchIsPadding() {
    assertThat(padding(TEXT.phrases().stream().map(Phrases::words).toList())).isLessThan(0.05);
    assertThat(padding(ATTENTION.pairs().stream().map(Pairs::sources).toList())).isLessThan(0.05);
    assertThat(padding(ATTENTION.pairs().stream().map(Pairs::wanted).toList())).isLessThan(0.15);
  }

  @Test
  void bothJvmsDrawTheSame() {
    assertThat(new TextCase().phrases().get(7).words())
        .isDeepEqualTo(TEXT.phrases().get(7).words());
    assertThat(new AttentionCase().pairs().get(7).wanted())
        .isDeepEqualTo(ATTENTION.pairs().get(7).wanted());
  }

  private static void assertWords(int[][] sentences, int least, int most, int words) {
    for (int[] sentence : sentences) {
      assertThat(sentence.length).isBetween(least, most);
      assertThat(Arrays.stream(sentence).min().orElseThrow()).isPositive(); // 0 is the padding
      assertThat(Arrays.stream(sentence).max().orElseThrow()).isLessThan(words);
    }
  }

  private static double mean(List<int[][]> batches) {
    return batches.stream()
        .flatMap(Arrays::stream)
        .mapToInt(sentence -> sentence.length)
        .average()
        .orElseThrow();
  }

  /** The share of steps, as far as the longest of each batch, that are no words. */
  private static double padding(List<int[][]> batches) {
    double steps = 0;
    double words = 0;
    for (int[][] batch : batches) {
      int longest = Arrays.stream(batch).mapToInt(row -> row.length).max().orElseThrow();
      steps += longest * batch.length;
      words += Arrays.stream(batch).mapToInt(row -> row.length).sum();
    }
    return 1 - words / steps;
  }
}
