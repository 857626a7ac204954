package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.unroll.core.layer.Frozen;
import org.unroll.core.layer.RowGradient;
import org.unroll.core.layer.Thawed;
import org.unroll.core.layer.TokenEmbeddingLayer;
import org.unroll.core.layer.array.Floats;

/**
 * Runs the updaters of a graph on its gradient and subtracts what they give from the parameters.
 * The state is kept where DL4J keeps it, so saved models hold it. Each thread has its share of the
 * numbers.
 */
final class WeightUpdate {
  private final Replicas replicas;
  private final StepTimes times;
  private final ComputationGraph graph;

  WeightUpdate(Replicas replicas, StepTimes times) {
    this.replicas = replicas;
    this.times = times;
    this.graph = replicas.graph();
  }

  /**
   * @param scale what the gradient is to be multiplied with first
   * @param parts whose gradients were added up
   */
  void apply(double scale, int parts) {
    boolean keepChanges = graph.getListeners().stream().anyMatch(this::readsChanges);
    List<UpdaterBlock> blocks = graph.getUpdater().getUpdaterBlocks();
    replicas.run(
        parts,
        (own, part) -> {
          times.begin(part);
          for (UpdaterBlock block : blocks) {
            if (inOnePass(block)) {
              adam(block).run(share(block, part, parts), scale, keepChanges);
            }
          }
          times.lap(part, Phase.UPDATE);
          if (part > 0) {
            embeddings(own).forEach(RowGradient::clear);
            times.lap(part, Phase.CLEARING);
          }
          return part;
        });
    boolean zero = !keepChanges;
    for (UpdaterBlock block : blocks) {
      if (!inOnePass(block) && !isFrozen(block)) {
        INDArray gradient = block.getGradientView(); // [1, n]
        INDArray parameters = parameters(block);
        gradient.muli(scale);
        block.update(graph.getIterationCount(), graph.getEpochCount());
        parameters.subi(gradient.reshape(parameters.shape()));
        zero = false;
      }
    }
    if (zero) {
      embeddings(graph).forEach(RowGradient::isZero);
    }
  }

  private boolean readsChanges(TrainingListener listener) {
    return !(listener instanceof GradientReader reader) || reader.readsChanges(graph);
  }

  private AdamPass adam(UpdaterBlock block) {
    IUpdater updater = updater(block);
    int before = updater instanceof Thawed thawed ? thawed.since() : 0;
    return new AdamPass(
        (Adam) working(updater), graph.getIterationCount() - before, graph.getEpochCount());
  }

  private AdamPass.Share share(UpdaterBlock block, int part, int parts) {
    long length = block.getGradientView().length();
    return new AdamPass.Share(
        parameters(block),
        block.getGradientView(),
        block.getUpdaterView(),
        BatchParts.begin(length, part, parts),
        BatchParts.begin(length, part + 1, parts));
  }

  private static List<RowGradient> embeddings(ComputationGraph graph) {
    List<RowGradient> gradients = new ArrayList<>();
    for (Layer layer : graph.getLayers()) {
      if (layer instanceof TokenEmbeddingLayer embedding) {
        gradients.add(embedding.rowGradient());
      }
    }
    return gradients;
  }

  /** Of the block, {@code [n]}. */
  private INDArray parameters(UpdaterBlock block) {
    INDArray all = graph.params();
    return all.reshape(all.length())
        .get(NDArrayIndex.interval(block.getParamOffsetStart(), block.getParamOffsetEnd()));
  }

  private static boolean inOnePass(UpdaterBlock block) {
    return working(updater(block)) instanceof Adam
        && !isPenalised(block)
        && Floats.areIn(block.getGradientView());
  }

  /** Its gradient is zero before, which is its change too. */
  static boolean isFrozen(UpdaterBlock block) {
    return updater(block) instanceof Frozen;
  }

  private static IUpdater working(IUpdater updater) {
    return updater instanceof Thawed thawed ? thawed.base() : updater;
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
