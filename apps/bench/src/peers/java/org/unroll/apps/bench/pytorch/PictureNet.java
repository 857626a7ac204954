package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.unroll.apps.bench.PictureCase;
import org.unroll.apps.bench.StackCase;

/**
 * A {@link PictureCase}. Convolutions take the order in memory from what they read, and are much
 * faster with the channels innermost, PyTorch's {@code channels_last}. The GRU, whose gates are
 * parts of the channels, is slower so.
 */
record PictureNet(PictureCase pictures) implements PyTorchNet {
  private static final int UNITS = PictureCase.UNITS;

  @Override
  public Block block() {
    return switch (pictures.net()) {
      case CONV, CONV_BATCH_NORM ->
          levels().add(Pool.globalAvgPool2dBlock()).add(linear(PictureCase.CLASSES));
      case CONV_FRAMES_LSTM -> new FrameReader(features());
      case CONV_GRU -> new ConvolutionGru(pictures);
    };
  }

  /** All pictures, or all frames of all sequences. */
  @Override
  public Shape[] inputs() {
    long rows = (long) pictures.batch() * pictures.steps();
    return new Shape[] {new Shape(rows, PictureCase.CHANNELS, pictures.height(), pictures.width())};
  }

  @Override
  public List<PyTorchBatch> batches(NDManager manager) {
    Shape shape = inputs()[0];
    Shape last = new Shape(shape.get(0), shape.get(2), shape.get(3), shape.get(1));
    NDArray features =
        pictures.net() == PictureCase.Net.CONV_GRU
            ? manager.randomNormal(shape)
            : manager.randomNormal(last).transpose(0, 3, 1, 2);
    Shape rows = new Shape(shape.get(0));
    NDArray classes = manager.randomInteger(0, PictureCase.CLASSES, rows, DataType.INT64);
    return List.of(PyTorchBatch.of(new NDList(features), classes));
  }

  static Block linear(int units) {
    return Linear.builder().setUnits(units).build();
  }

  /** 3 x 3, of the same size. */
  static Block convolution(int filters, boolean bias) {
    return Conv2d.builder()
        .setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1))
        .setFilters(filters)
        .optBias(bias)
        .build();
  }

  private Chain levels() {
    boolean norm = pictures.net() == PictureCase.Net.CONV_BATCH_NORM;
    Chain levels = new Chain();
    for (int filters : pictures.net().filters()) {
      levels.add(convolution(filters, !norm));
      if (norm) {
        levels.add(BatchNorm.builder().build());
      }
      levels.add(Activation.reluBlock());
      levels.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
    }
    return levels;
  }

  /** Of each frame, {@code [r, c, h, w]} to {@code [r, units]}. */
  private Chain features() {
    Chain levels = levels();
    levels.addSingleton(frames -> frames.reshape(frames.size(0), -1));
    return levels.add(linear(UNITS)).add(Activation.reluBlock());
  }

  private final class FrameReader extends JoinedBlock {
    private final Block features;
    private final Block cell =
        add(
            "cell",
            new RecurrentStack(true, UNITS, UNITS, StackCase.Stack.SINGLE),
            new Shape(1, 1, UNITS));
    private final Block output = add("output", linear(PictureCase.CLASSES), new Shape(1, 1, UNITS));

    FrameReader(Block features) {
      this.features = add("features", features, inputs()[0]);
    }

    @Override
    protected NDArray scores(ParameterStore store, NDList inputs, boolean training) {
      NDArray frames = features.forward(store, inputs, training).singletonOrThrow(); // [b t, u]
      NDList steps = new NDList(frames.reshape(pictures.batch(), pictures.steps(), UNITS));
      NDList read = new NDList(cell.forward(store, steps, training).get(0)); // [b, t, u]
      return output.forward(store, read, training).singletonOrThrow();
    }
  }
}
