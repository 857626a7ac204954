package org.unroll.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private static final List<String> KNOWN = List.of("lstm", "rnn", "gru", "hidden-size", "input");

  @ParameterizedTest
  @CsvSource({
    "ltsm,lstm",
    "LSTM,lstm",
    "lst,lstm",
    "rn,rnn",
    "hiddenSize,hidden-size",
    "inputs,input"
  })
  void findsTheNearestName(String name, String nearest) {
    assertThat(Wording.nearest(name, KNOWN)).contains(nearest);
  }

  @ParameterizedTest
  @CsvSource({"transformer", "x", "gpt", "output-layer"})
  void findsNothingWhereNothingIsNear(String name) {
    assertThat(Wording.nearest(name, KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a,a,0", "ab,ba,1", "abc,ac,1", "kitten,sitting,3", "'',abc,3", "ca,abc,3"})
  void countsEdits(String a, String b, int edits) {
    assertThat(Wording.edits(a, b)).isEqualTo(edits);
  }

  @Test
  void quotesOnOneLine() {
    assertThat(Wording.quote("a\nb")).isEqualTo("'a b'");
    assertThat(Wording.quote("x".repeat(100))).hasSize(63).endsWith("…'");
  }

  @Test
  void listsNames() {
    assertThat(Wording.list(List.of("a", "b", "c"), "or")).isEqualTo("'a', 'b' or 'c'");
    assertThat(Wording.list(List.of("a"), "or")).isEqualTo("'a'");
  }
}
