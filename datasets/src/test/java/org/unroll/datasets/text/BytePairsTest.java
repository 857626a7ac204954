package org.unroll.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.Progress;

class BytePairsTest {
  private static final List<String> TEXTS =
      List.of(
          "low low low low low", "lower lower", "newest newest newest", "widest widest", "Größe");

  /** The worked example of Sennrich et al. 2016, whose first merges are e s, es t, l o, lo w. */
  @Test
  void mostFrequentPairsComeFirst() {
    BytePairs none = BytePairs.learn(TEXTS, 0, Progress.SILENT);
    BytePairs few = BytePairs.learn(List.of("low", "low", "lowest", "slow"), 2, Progress.SILENT);

    assertThat(none.cut("low")).containsExactly("l", "o", "w");
    // l o and o w both occur 4 times; the first by text is merged first
    assertThat(few.cut("low lower")).containsExactly("low", "Ġ", "low", "e", "r");
  }

  @Test
  void learningIsTheSameEachTimeAndStopsWhenNothingRepeats() {
    BytePairs once = BytePairs.learn(TEXTS, 1_000, Progress.SILENT);
    BytePairs again = BytePairs.learn(TEXTS, 1_000, Progress.SILENT);

    assertThat(once.cut("lowest newer Größe")).isEqualTo(again.cut("lowest newer Größe"));
    assertThat(once.size()).isBetween(10, 100).isEqualTo(again.size());
    assertThat(once.cut("newest")).hasSizeLessThan(3);
  }

  @Test
  void anyTextComesBackByteForByte() {
    BytePairs pairs = BytePairs.learn(TEXTS, 30, Progress.SILENT);
    Random random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      int[] points = new int[random.nextInt(30)];
      Arrays.setAll(points, at -> point(random));
      String text = new String(points, 0, points.length);
      assertThat(pairs.join(pairs.cut(text)).getBytes(StandardCharsets.UTF_8))
          .as(text)
          .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static int point(Random random) {
    int point =
        switch (random.nextInt(5)) {
          case 0 -> " \t\n\r\u00A0\u2028 ".codePointAt(random.nextInt(7));
          case 1 -> random.nextInt(0x110000);
          case 2 -> random.nextInt(256);
          default -> "lowernstĠü<>/pad".codePointAt(random.nextInt(16));
        };
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return half ? 'x' : point;
  }

  @Test
  void everythingIsKnownAndReservedNamesStayText() {
    PairText config = new PairText(Cutting.BPE, 200, false, 5, OptionalInt.empty());
    Language language =
        Language.fit(config, List.of("a <s> b <s> c <unk> <unk> </s></s>", "aa"), Progress.SILENT);
    String text = "<s> x </s><unk><pad> ß 漢";
    int[] numbers = language.encode(text);

    assertThat(numbers)
        .doesNotContain(Vocabulary.PADDING, Vocabulary.UNKNOWN, language.start(), language.end());
    assertThat(language.decode(Arrays.stream(numbers).boxed().toList())).isEqualTo(text);
  }

  /** In the training text "lo" occurs in "low" only, so that it is no piece of it. */
  @Test
  void piecesWithinLargerOnesAreKnown() {
    PairText config = new PairText(Cutting.BPE, 2, false, 1, OptionalInt.empty());
    Language language = Language.fit(config, List.of("low", "low"), Progress.SILENT);

    assertThat(language.cutter().cut("lo")).containsExactly("lo");
    assertThat(language.encode("lo")).doesNotContain(Vocabulary.UNKNOWN);
  }

  @Test
  void savedAndLoadedTheSame(@TempDir Path folder) throws IOException {
    PairText config = new PairText(Cutting.BPE, 20, false, 1, OptionalInt.empty());
    Language language = Language.fit(config, TEXTS, Progress.SILENT);
    language.save(folder, "source");
    Language loaded = Language.load(folder, "source", config);

    assertThat(loaded.vocabulary()).isEqualTo(language.vocabulary());
    assertThat(loaded.encode("lowest Größe\n")).isEqualTo(language.encode("lowest Größe\n"));
    Path broken = Files.writeString(folder.resolve("broken"), "a b\nab\n");
    assertThatThrownBy(() -> BytePairs.load(broken))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("broken:2");
  }

  @Test
  void aWordOfAMegabyteTakesNoTime() {
    BytePairs pairs = BytePairs.learn(TEXTS, 30, Progress.SILENT);
    String text = "low".repeat(300_000);

    assertThat(pairs.join(pairs.cut(text))).isEqualTo(text);
  }
}
