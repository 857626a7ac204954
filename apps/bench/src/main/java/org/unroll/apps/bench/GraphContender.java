package org.unroll.apps.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Engine;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;

/** A network in this JVM: with our layers or with DL4J's own. */
final class GraphContender implements Contender {
  private final ComputationGraph graph;
  private final Cycle<MultiDataSet> batches;
  private final Consumer<MultiDataSet> step;
  private final int threads;

  /**
   * @param threads of native code, of which each contender may have another number
   */
  private GraphContender(
      ComputationGraph graph,
      List<MultiDataSet> batches,
      Consumer<MultiDataSet> step,
      int threads) {
    this.graph = graph;
    this.batches = new Cycle<>(batches);
    this.step = step;
    this.threads = threads;
  }

  /** Our layers, under the step of our training loop. */
  static Contender ours(LayerCase layers, Way way) {
    ComputationGraph graph = graph(layers);
    Engine engine = Engine.local(graph, OptionalDouble.empty());
    int[] examples = new int[layers.batch()];
    Consumer<MultiDataSet> step = data -> engine.step(new Batch(data, examples));
    return new GraphContender(graph, layers.arrays(), step, way.each());
  }

  static ComputationGraph graph(LayerCase layers) {
    OptionalDouble none = OptionalDouble.empty();
    UpdaterConfig adam = new UpdaterConfig(none, OptionalDouble.of(LayerCase.RATE), none, none);
    GraphOptions options = GraphOptions.of(LayerCase.SEED, adam);
    return GraphBuilder.build(layers.graph(), layers.ports(), options);
  }

  /** DL4J's own LSTM and output layer under its own {@code fit}. */
  static Contender dl4j(StackCase layers, int threads) {
    ComputationGraph graph = Dl4jStack.graph(layers);
    List<MultiDataSet> batches = layers.arrays().stream().map(Dl4jStack::arrays).toList();
    return new GraphContender(graph, batches, graph::fit, threads);
  }

  @Override
  public int cycle() {
    return batches.size();
  }

  @Override
  public long fit(int times) {
    Backend.useThreads(threads);
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      step.accept(batches.next());
    }
    return System.nanoTime() - began;
  }

  @Override
  public long infer(int times) {
    Backend.useThreads(threads);
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      MultiDataSet batch = batches.next();
      graph.output(false, batch.getFeatures(), batch.getFeaturesMaskArrays());
    }
    return System.nanoTime() - began;
  }

  @Override
  public void close() {
    graph.close();
  }
}
