package org.unroll.core.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.UserError;

/** Nets of Keras give what Keras gives, layer by layer. */
class KerasFileIT {
  @TempDir private Path folder;

  private Path write(KerasModel model) {
    Path file = folder.resolve("net.h5");
    model.write(file);
    return file;
  }

  private static PlainKeras.Map3 picture(int height, int width, int channels) {
    PlainKeras.Map3 picture = new PlainKeras.Map3(height, width, channels);
    Random random = new Random(9);
    for (int i = 0; i < picture.numbers().length; i++) {
      picture.numbers()[i] = (float) random.nextGaussian();
    }
    return picture;
  }

  private static void assertSame(float[] ours, PlainKeras.Map3 expected) {
    assertThat(ours).hasSize(expected.numbers().length);
    int plane = expected.height() * expected.width();
    for (int i = 0; i < ours.length; i++) {
      double number = expected.numbers()[i % plane * expected.channels() + i / plane];
      assertThat((double) ours[i]).isCloseTo(number, offset(1e-4));
    }
  }

  @ParameterizedTest
  @CsvSource({"conv1", "pool1", "conv2", "pool2", "fc", "answer"})
  void vgg(String cut) {
    KerasModel model = KerasNets.vgg();
    PlainKeras.Map3 picture = picture(12, 10, 3);
    float[] ours = PretrainedRun.of(write(model), Optional.of(cut), picture);
    assertSame(ours, new PlainKeras(model).run(picture, cut));
  }

  @ParameterizedTest
  @CsvSource({
    "scale", "pad", "conv1", "norm1", "relu1", "each", "apart", "sum", "relu2", "grouped", "leaky",
    "mean", "most", "joined", "norm2", "whole", "answer"
  })
  void residual(String cut) {
    KerasModel model = KerasNets.residual();
    PlainKeras.Map3 picture = picture(11, 14, 3);
    float[] ours = PretrainedRun.of(write(model), Optional.of(cut), picture);
    assertSame(ours, new PlainKeras(model).run(picture, cut));
  }

  @ParameterizedTest
  @CsvSource({"norm", "answer"})
  void flattenedNumbersInOurOrder(String cut) {
    KerasModel model = KerasNets.flat();
    PlainKeras.Map3 picture = picture(3, 4, 2);
    float[] ours = PretrainedRun.of(write(model), Optional.of(cut), picture);
    PlainKeras.Map3 expected = new PlainKeras(model).run(picture, cut);
    assertSame(
        ours, cut.equals("norm") ? new PlainKeras.Map3(3, 4, 2, expected.numbers()) : expected);
  }

  @Test
  void missingWeightsAreNamed() {
    KerasModel model = KerasNets.vgg();
    model.drop("conv2", "bias");
    Path file = write(model);
    assertThatThrownBy(() -> PretrainedRun.of(file, Optional.of("conv2"), picture(12, 10, 3)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("lacks the bias of layer 'conv2', it has [kernel:0]");
    assertThat(PretrainedRun.of(file, Optional.of("conv1"), picture(12, 10, 3))).hasSize(480);
  }

  @Test
  void weightsOfAnotherShape() {
    KerasModel model = KerasNets.vgg();
    model.weight("kernel", 7, 3); // of the last layer
    Path file = write(model);
    assertThatThrownBy(() -> PretrainedRun.of(file, Optional.of("answer"), picture(12, 10, 3)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "the weights 'W' of layer 'answer' are [7, 3], and this net takes [6, 3]");
  }

  @Test
  void aTextWithItsLengthInItsType() throws IOException {
    Path file = folder.resolve("fixed.h5");
    String text = "{\"é\": \"" + "x".repeat(5000) + "\"}";
    try (Hdf5Writer writer = new Hdf5Writer(file)) {
      writer.fixedText("fixed", text);
      writer.text("variable", text);
    }
    try (Hdf5File read = new Hdf5File(file)) {
      assertThat(read.text("fixed")).contains(text);
      assertThat(read.text("variable")).contains(text);
      assertThat(read.text("none")).isEmpty();
      assertThat(read.arrays("model_weights/none")).isEmpty();
    }
  }

  @Test
  void aSequentialModelIsAChain() {
    KerasModel model = KerasNets.vgg().sequential();
    PlainKeras.Map3 picture = picture(12, 10, 3);
    float[] ours = PretrainedRun.of(write(model), Optional.empty(), picture);
    assertSame(ours, new PlainKeras(model).run(picture, "pool2")); // before flatten
  }
}
