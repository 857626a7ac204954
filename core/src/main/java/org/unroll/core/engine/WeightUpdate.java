package org.unroll.core.engine;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.unroll.core.layer.array.Floats;

/**
 * Runs the updaters of a graph on its gradient and subtracts what they give from the parameters.
 * The state is kept where DL4J keeps it, so saved models hold it.
 */
final class WeightUpdate {
  private WeightUpdate() {}

  /**
   * @param scale what the gradient is to be multiplied with first
   */
  static void apply(ComputationGraph graph, double scale) {
    for (UpdaterBlock block : graph.getUpdater().getUpdaterBlocks()) {
      INDArray gradient = block.getGradientView(); // [1, n]
      INDArray parameters = // [1, n]
          flat(graph.params(), block.getParamOffsetStart(), block.getParamOffsetEnd());
      IUpdater updater = updater(block);
      boolean plain = updater instanceof Adam && !isPenalised(block);
      if (plain && Floats.areIn(gradient)) {
        AdamPass pass =
            new AdamPass((Adam) updater, graph.getIterationCount(), graph.getEpochCount());
        pass.run(parameters, gradient, block.getUpdaterView(), scale);
      } else {
        gradient.muli(scale);
        block.update(graph.getIterationCount(), graph.getEpochCount());
        parameters.subi(gradient.reshape(parameters.shape()));
      }
    }
  }

  private static INDArray flat(INDArray all, int from, int to) {
    return all.reshape(all.length()).get(NDArrayIndex.interval(from, to));
  }

  /** By definition that of all parameters of the block. */
  private static IUpdater updater(UpdaterBlock block) {
    UpdaterBlock.ParamState first = block.getLayersAndVariablesInBlock().get(0);
    return first.getLayer().getConfig().getUpdaterByParam(first.getParamName());
  }

  private static boolean isPenalised(UpdaterBlock block) {
    for (UpdaterBlock.ParamState part : block.getLayersAndVariablesInBlock()) {
      if (part.getLayer().getConfig() instanceof BaseLayer layer
          && !layer.getRegularizationByParam(part.getParamName()).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
