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

  @Test
  void convolutionsLearn() {
    int weights = 9 * (3 * 32 + 32 * 64 + 64 * 128);
    int output = 10 * (128 + 1);
    assertLearns(tiny(PictureCase.Net.CONV), weights + 32 + 64 + 128 + output);
    int norms = 4 * (32 + 64 + 128); // scale, shift and two running statistics
    assertLearns(tiny(PictureCase.Net.CONV_BATCH_NORM), weights + norms + output);
  }

  @Test
  void netsOnFramesLearn() {
    int convolutions = 9 * (3 * 16 + 16 * 32) + 16 + 32;
    int features = 128 * (32 * 2 * 3 + 1); // 8 x 12 halved twice
    int lstm = 4 * 128 * (128 + 128 + 1);
    assertLearns(
        tiny(PictureCase.Net.CONV_FRAMES_LSTM), convolutions + features + lstm + 10 * (128 + 1));
    int gru = 3 * 16 * (9 * (3 + 16) + 1);
    assertLearns(tiny(PictureCase.Net.CONV_GRU), gru + 10 * (16 + 1));
  }

  private static PictureCase tiny(PictureCase.Net net) {
    return new PictureCase(net, 4, net.readsFrames() ? 3 : 1, 8, 12);
  }

  private static void assertLearns(LayerCase layers, long parameters) {
    try (Net net = new Net(GraphContender.graph(layers))) {
      assertThat(net.parameters()).isEqualTo(parameters);
      Engine engine = Engine.local(net.graph(), OptionalDouble.empty());
      MultiDataSet batch = layers.arrays().get(0);
      double first = engine.step(new Batch(batch, new int[layers.batch()]));
      double even = Math.log(layers.ports().outputSize()); // scores after batch-norm are large
      assertThat(first).isCloseTo(even, within(0.6));
      double last = first;
      for (int step = 0; step < STEPS; step++) {
        last = engine.step(new Batch(batch, new int[layers.batch()]));
      }
      assertThat(last).isLessThan(0.98 * first);
    }
  }
}
