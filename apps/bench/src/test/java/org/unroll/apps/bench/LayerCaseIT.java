package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.app.Net;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.graph.node.Cell;

/** Our net of each kind of case. */
class LayerCaseIT {
  private static final int STEPS = 10;

  @Test
  void aStackLearns() {
    // 4 gates of 16 units read the inputs, 16 units and a bias, in both directions; then 10 classes
    int first = 2 * 4 * 16 * (8 + 16 + 1);
    int second = 2 * 4 * 16 * (32 + 16 + 1);
    StackCase stack = new StackCase(Cell.LSTM, 8, 16, 2, 5, new StackCase.Stack(2, true));
    assertLearns(stack, first + second + 10 * (32 + 1));
  }

  @Test
  void aTextClassifierLearns() {
    assertLearns(new TextCase(), 10_000 * 100 + 2 * 4 * 128 * (100 + 128 + 1) + 2 * (256 + 1));
  }

  @Test
  void anEncoderAndADecoderLearn() {
    int words = 2 * 8_000 * 256;
    int cells = 3 * (3 * 256 * (256 + 256) + 4 * 256); // reset after has a bias more
    int start = 256 * (512 + 1);
    int keys = 256 * 512;
    assertLearns(new AttentionCase(), words + cells + start + keys + 8_000 * (768 + 1));
  }

  private static void assertLearns(LayerCase layers, long parameters) {
    try (Net net = new Net(GraphContender.graph(layers))) {
      assertThat(net.parameters()).isEqualTo(parameters);
      Engine engine = Engine.local(net.graph(), OptionalDouble.empty());
      MultiDataSet batch = layers.arrays().get(0);
      double first = engine.step(new Batch(batch, new int[layers.batch()]));
      assertThat(first).isCloseTo(Math.log(layers.ports().outputSize()), within(0.3));
      double last = first;
      for (int step = 0; step < STEPS; step++) {
        last = engine.step(new Batch(batch, new int[layers.batch()]));
      }
      assertThat(last).isLessThan(0.98 * first);
    }
  }
}
