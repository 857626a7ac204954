package org.unroll.core.layer.image;

import java.lang.ref.Reference;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An operation of ND4J by its name. Its arrays are to be dense and of one type: for others ND4J
 * leaves oneDNN in silence and takes ten times as long.
 */
record Operation(String name, int... arguments) {

  /** Pictures are {@code [f, c, h, w]}. */
  private static final int CHANNELS_FIRST = 0;

  /** On pictures that a window passes over. */
  static Operation over(String name, Window window, PictureSize input, int... more) {
    IntStream first = IntStream.of(window.arguments(input));
    return new Operation(name, IntStream.concat(first, IntStream.of(more)).toArray());
  }

  /** With weights {@code [kernel, kernel, in, out]}. */
  static Operation convolution(String name, Window window, PictureSize input) {
    return over(name, window, input, CHANNELS_FIRST, 0);
  }

  void run(List<INDArray> inputs, List<INDArray> outputs) {
    CustomOp operation =
        DynamicCustomOp.builder(name)
            .addInputs(inputs.toArray(INDArray[]::new))
            .addOutputs(outputs.toArray(INDArray[]::new))
            .addIntegerArguments(arguments)
            .build();
    Nd4j.getExecutioner().exec(operation);
    Reference.reachabilityFence(operation); // its arrays were at work in native code
  }
}
