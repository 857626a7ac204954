package org.unroll.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;

class WordScanTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "n",
          "t",
          "word",
          "isn't",
          "prof",
          "mrs",
          "u.s",
          "'",
          "'s",
          ".",
          "..",
          ",",
          "!",
          "-",
          "/",
          ":",
          "\"",
          "(",
          ")",
          " ",
          " ",
          " ",
          "  ",
          "5",
          ",5",
          "é",
          "\u0301",
          "好",
          "\u00a0",
          "\n",
          "_",
          "#",
          "\ud83d\ude00");

  @Test
  void findsWhatThePatternFinds() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(12); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }

      assertThat(WordScan.tokens(text.toString(), Tokenizer.TOKEN))
          .as(text.toString())
          .isEqualTo(Tokenizer.TOKEN.matcher(text).results().map(MatchResult::group).toList());
    }
  }
}
