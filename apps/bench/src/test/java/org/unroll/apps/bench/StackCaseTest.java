package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Cell;

class StackCaseTest {
  @Test
  void readsASingleLayer() {
    assertThat(StackCase.parse("gru,64,128,32,50"))
        .isEqualTo(new StackCase(Cell.GRU, 64, 128, 32, 50, StackCase.Stack.SINGLE));
  }

  @Test
  void readsAStack() {
    assertThat(StackCase.parse("lstm,1,2,3,4,2,both").stack())
        .isEqualTo(new StackCase.Stack(2, true));
    assertThat(StackCase.parse("lstm,1,2,3,4,3").stack()).isEqualTo(new StackCase.Stack(3, false));
    assertThat(StackCase.parse("lstm,1,2,3,4,both").stack())
        .isEqualTo(new StackCase.Stack(1, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "lstm", "rnn,1,2,3,4", "lstm,1,2,3", "lstm,0,2,3,4", "lstm,1,2,3,4,5,6"})
  void refusesWhatIsNoLayer(String text) {
    assertThatThrownBy(() -> StackCase.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--case " + text + ": expected text, attention, conv, ");
  }

  /** PyTorch's JVM gets the case so. */
  @ParameterizedTest
  @ValueSource(
      strings = {"lstm,1,2,3,4", "gru,1,2,3,4,2", "gru,1,2,3,4,both", "lstm,1,2,3,4,3,both"})
  void itsTextIsReadBack(String text) {
    assertThat(StackCase.parse(text).text()).isEqualTo(text);
  }

  @Test
  void countsTheOperationsOfAnLstm() {
    StackCase tiny = new StackCase(Cell.LSTM, 3, 2, 5, 7, StackCase.Stack.SINGLE);
    // 4 gates of 2 units read 3 inputs and 2 units; 10 classes read 2 units
    double products = 4 * 2 * (3 + 2) + 2 * 10;
    assertThat(tiny.forwardOperations()).hasValue(2 * products * 5 * 7);
    assertThat(tiny.trainingOperations()).hasValue(3 * 2 * products * 5 * 7);
  }

  @Test
  void countsTheOperationsOfTwoLayersInBothDirections() {
    StackCase tiny = new StackCase(Cell.GRU, 3, 2, 1, 1, new StackCase.Stack(2, true));
    double first = 2 * 3 * 2 * (3 + 2);
    double second = 2 * 3 * 2 * (4 + 2); // reads both directions of the first
    assertThat(tiny.forwardOperations()).hasValue(2 * (first + second + 4 * 10));
  }

  @Test
  void theShapesOfTheComparison() {
    assertThat(StackCase.all(Cell.LSTM))
        .extracting(StackCase::shape)
        .containsExactly(
            "64 128 32 50",
            "128 256 32 50",
            "256 512 64 50",
            "32 64 1 200",
            "100 128 64 40, 2 layers, both ways");
  }
}
