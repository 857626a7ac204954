package org.unroll.core.layer.array;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's operations on arrays as layers have them: dense, pictures as {@code [b, c, h, w]}, weights
 * as {@code [kh, kw, in, out]}. Closing it gives the arrays back.
 */
final class PictureOperations implements AutoCloseable {
  private static final int[] SAME_3X3 = {3, 3, 1, 1, 0, 0, 1, 1, 1, 0, 0};
  private static final int[] HALVES = {2, 2, 2, 2, 0, 0, 1, 1, 0, 0, 0};
  private static final int[] PER_CHANNEL = {1, 1, 1};

  private final DataType type;
  private final List<INDArray> arrays = new ArrayList<>();

  PictureOperations(DataType type) {
    this.type = type;
  }

  /** {@code conv2d} and {@code conv2d_bp} from some to other channels. */
  void convolution(int batch, int[] channels, int height, int width) {
    long[] from = {batch, channels[0], height, width};
    long[] to = {batch, channels[1], height, width};
    long[] kernels = {3, 3, channels[0], channels[1]};
    INDArray input = array(from);
    INDArray weights = array(kernels);
    INDArray bias = array(channels[1]);
    INDArray output = array(to);
    run("conv2d", SAME_3X3, List.of(input, weights, bias), List.of(output));
    List<INDArray> gradients = List.of(array(from), array(kernels), array(channels[1]));
    run("conv2d_bp", SAME_3X3, List.of(input, weights, bias, output), gradients);
  }

  /**
   * Two by two, forward and backward.
   *
   * @param kind {@code maxpool2d} or {@code avgpool2d}
   */
  void pooling(String kind, int batch, int channels, int height, int width) {
    INDArray input = array(batch, channels, height, width);
    INDArray output = array(batch, channels, height / 2, width / 2);
    run(kind, HALVES, List.of(input), List.of(output));
    INDArray gradient = array(batch, channels, height, width);
    run(kind + "_bp", HALVES, List.of(input, output), List.of(gradient));
  }

  /** {@code batchnorm} and {@code batchnorm_bp}. */
  void batchNormalization(int batch, int channels, int height, int width) {
    long[] shape = {batch, channels, height, width};
    List<INDArray> input = new ArrayList<>(List.of(array(shape)));
    List<INDArray> gradients = new ArrayList<>(List.of(array(shape)));
    for (int i = 0; i < 4; i++) { // mean, variance, gain, offset
      input.add(array(channels));
      gradients.add(array(channels));
    }
    run("batchnorm", PER_CHANNEL, input, List.of(array(shape)));
    input.add(array(shape));
    run("batchnorm_bp", PER_CHANNEL, input, gradients);
  }

  private INDArray array(long... shape) {
    INDArray array = Nd4j.ones(type, shape);
    arrays.add(array);
    return array;
  }

  private static void run(String name, int[] integers, List<INDArray> in, List<INDArray> out) {
    var operation =
        DynamicCustomOp.builder(name)
            .addInputs(in.toArray(INDArray[]::new))
            .addOutputs(out.toArray(INDArray[]::new))
            .addIntegerArguments(integers);
    if (name.startsWith("batchnorm")) {
      operation.addFloatingPointArguments(1e-5); // beside the variance
    }
    Nd4j.exec(operation.build());
  }

  @Override
  public void close() {
    arrays.forEach(INDArray::close);
    arrays.clear();
  }
}
