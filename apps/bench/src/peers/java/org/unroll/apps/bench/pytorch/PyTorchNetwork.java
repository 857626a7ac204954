package org.unroll.apps.bench.pytorch;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import org.unroll.apps.bench.Cycle;
import org.unroll.apps.bench.LayerCase;

/**
 * A network in PyTorch, through DJL, at work: softmax cross-entropy on class numbers, Adam. Its
 * batches take turns, and a call goes on where the one before ended. One thread.
 */
final class PyTorchNetwork implements AutoCloseable {
  private final Model model;
  private final Trainer trainer;
  private final NDManager manager;
  private final Cycle<PyTorchBatch> batches;

  PyTorchNetwork(LayerCase layers) {
    PyTorchNet net = PyTorchNet.of(layers);
    model = Model.newInstance("bench", "PyTorch");
    model.setBlock(net.block());
    Optimizer adam =
        Optimizer.adam().optLearningRateTracker(Tracker.fixed((float) LayerCase.RATE)).build();
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(adam));
    manager = trainer.getManager();
    manager.getEngine().setRandomSeed(LayerCase.SEED);
    trainer.initialize(net.inputs());
    batches = new Cycle<>(net.batches(manager));
  }

  /** Numbers that it learns, and running statistics. */
  long parameters() {
    return model.getBlock().getParameters().values().stream()
        .mapToLong(parameter -> parameter.getArray().size())
        .sum();
  }

  /** Nanoseconds of some training steps. */
  long fit(int times) {
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      try (NDManager scope = manager.newSubManager()) {
        PyTorchBatch batch = batches.next();
        NDList read = in(scope, batch.features());
        in(scope, new NDList(batch.classes(), batch.weights()));
        try (GradientCollector gradient = trainer.newGradientCollector()) {
          gradient.backward(loss(trainer.forward(read).singletonOrThrow(), batch));
        }
        trainer.step();
      }
    }
    return System.nanoTime() - began;
  }

  private static NDArray loss(NDArray scores, PyTorchBatch batch) {
    NDArray rows = scores.reshape(batch.classes().size(), scores.getShape().getLastDimension());
    NDIndex wanted = new NDIndex().addAllDim().addPickDim(batch.classes());
    return rows.logSoftmax(1).get(wanted).mul(batch.weights()).sum().neg();
  }

  /** Nanoseconds of some forward passes to probabilities; no gradient is kept. */
  long infer(int times) {
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      try (NDManager scope = manager.newSubManager()) {
        trainer.evaluate(in(scope, batches.next().features())).singletonOrThrow().softmax(-1);
      }
    }
    return System.nanoTime() - began;
  }

  /** The arrays under a manager whose end takes all that was made from them, but not themselves. */
  private static NDList in(NDManager scope, NDList arrays) {
    arrays.forEach(array -> array.tempAttach(scope));
    return arrays;
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
