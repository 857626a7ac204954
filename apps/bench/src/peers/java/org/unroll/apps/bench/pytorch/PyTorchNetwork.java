package org.unroll.apps.bench.pytorch;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import org.unroll.apps.bench.LayerCase;

/**
 * The network of a {@link LayerCase} in PyTorch, through DJL: recurrent layers, a linear layer at
 * each step, softmax cross-entropy on class numbers, Adam. One thread.
 */
final class PyTorchNetwork implements AutoCloseable {
  private static final int SEED = 42;

  private final Model model;
  private final Trainer trainer;
  private final NDManager manager;
  private final NDArray features; // [batch, time, inputs]
  private final NDArray labels; // [batch * time], class numbers
  private final Loss loss = new SoftmaxCrossEntropyLoss();

  private PyTorchNetwork(Block block, Shape input) {
    model = Model.newInstance("bench", "PyTorch");
    model.setBlock(block);
    Optimizer adam =
        Optimizer.adam().optLearningRateTracker(Tracker.fixed((float) LayerCase.RATE)).build();
    trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(adam));
    trainer.initialize(input);
    manager = trainer.getManager();
    manager.getEngine().setRandomSeed(SEED);
    features = manager.randomNormal(input);
    labels =
        manager.randomInteger(
            0, LayerCase.CLASSES, new Shape(input.get(0) * input.get(1)), DataType.INT64);
  }

  /**
   * @param arguments cell, inputs, units, batch, steps, layers, bidirectional
   */
  static PyTorchNetwork of(String... arguments) {
    int inputs = Integer.parseInt(arguments[1]);
    int units = Integer.parseInt(arguments[2]);
    int layers = Integer.parseInt(arguments[5]);
    boolean bidirectional = Boolean.parseBoolean(arguments[6]);
    Block recurrent =
        new RecurrentStack(arguments[0].equals("lstm"), inputs, units, layers, bidirectional);
    Block block =
        new SequentialBlock()
            .add(recurrent)
            .add(Linear.builder().setUnits(LayerCase.CLASSES).build());
    Shape input =
        new Shape(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), inputs);
    return new PyTorchNetwork(block, input);
  }

  /** Nanoseconds of some training steps. */
  long fit(int times) {
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      try (NDManager scope = manager.newSubManager()) {
        NDList read = in(scope, features);
        try (GradientCollector gradient = trainer.newGradientCollector()) {
          NDArray scores = trainer.forward(read).singletonOrThrow(); // [batch, time, classes]
          NDArray rows = scores.reshape(labels.size(), LayerCase.CLASSES);
          gradient.backward(loss.evaluate(in(scope, labels), new NDList(rows)));
        }
        trainer.step();
      }
    }
    return System.nanoTime() - began;
  }

  /** Nanoseconds of some forward passes to probabilities; no gradient is kept. */
  long infer(int times) {
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      try (NDManager scope = manager.newSubManager()) {
        trainer.evaluate(in(scope, features)).singletonOrThrow().softmax(-1);
      }
    }
    return System.nanoTime() - began;
  }

  /** The array under a manager whose end takes all that was made from it, but not the array. */
  private static NDList in(NDManager scope, NDArray array) {
    array.tempAttach(scope);
    return new NDList(array);
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
