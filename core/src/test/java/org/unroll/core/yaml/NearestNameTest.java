package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
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
    assertThat(NearestName.of(name, KNOWN)).contains(nearest);
  }

  @ParameterizedTest
  @CsvSource({"transformer", "x", "gpt", "output-layer"})
  void findsNothingWhereNothingIsNear(String name) {
    assertThat(NearestName.of(name, KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a,a,0", "ab,ba,1", "abc,ac,1", "kitten,sitting,3", "'',abc,3", "ca,abc,3"})
  void countsEdits(String a, String b, int edits) {
    assertThat(NearestName.edits(a, b)).isEqualTo(edits);
  }

  @Test
  void suggestsTheNearestNameOrSaysAll() {
    assertThat(NearestName.suggest("ltsm", KNOWN)).isEqualTo("; did you mean 'lstm'?");
    assertThat(NearestName.suggest("x", List.of("a", "b"))).isEqualTo("; there are a, b");
  }
}
