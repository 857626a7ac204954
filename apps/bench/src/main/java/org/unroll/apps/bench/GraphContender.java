package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;

/** A network in this JVM: with our layers or with DL4J's own. */
final class GraphContender implements Contender {
  private final Replicas replicas;
  private final Cycle<MultiDataSet> batches;
  private final Consumer<MultiDataSet> step;
  private final Threads threads;

  /**
   * @param threads of which each contender may have other numbers
   */
  private GraphContender(
      Replicas replicas, List<MultiDataSet> batches, Consumer<MultiDataSet> step, Threads threads) {
    this.replicas = replicas;
    this.batches = new Cycle<>(batches);
    this.step = step;
    this.threads = threads;
  }

  /** Our layers, under the step of our training loop. */
  static Contender ours(LayerCase layers, Threads threads) {
    Replicas replicas = new Replicas(graph(layers), threads);
    Engine engine = Engine.local(replicas, OptionalDouble.empty());
    int[] examples = new int[layers.batch()];
    Consumer<MultiDataSet> step = data -> engine.step(new Batch(data, examples));
    return new GraphContender(replicas, layers.arrays(), step, threads);
  }

  /** How ours may use some threads, by name such as {@code 2x1}: two parts with one each. */
  static Map<String, Threads> ways(LayerCase layers, int threads) {
    Map<String, Threads> ways = new LinkedHashMap<>();
    ways.put("1x" + threads, new Threads(1, threads));
    if (threads > 1) {
      int parts = Math.min(threads, layers.batch());
      ways.put(parts + "x1", new Threads(parts, 1));
    }
    return ways;
  }

  static ComputationGraph graph(LayerCase layers) {
    OptionalDouble none = OptionalDouble.empty();
    UpdaterConfig adam = new UpdaterConfig(none, OptionalDouble.of(LayerCase.RATE), none, none);
    GraphOptions options = GraphOptions.of(LayerCase.SEED, adam);
    return GraphBuilder.build(layers.graph(), layers.ports(), options);
  }

  /** DL4J's own layers under its own {@code fit}. */
  static Contender dl4j(Dl4jNet net, int threads) {
    ComputationGraph graph = net.graph();
    Threads one = new Threads(1, threads);
    List<MultiDataSet> batches = net.layers().arrays().stream().map(net::arrays).toList();
    return new GraphContender(new Replicas(graph, one), batches, graph::fit, one);
  }

  @Override
  public int cycle() {
    int all = batches.size();
    while (all % threads.parts() != 0) { // passes are shared out
      all += batches.size();
    }
    return all;
  }

  @Override
  public long parameters() {
    return replicas.graph().numParams();
  }

  @Override
  public long fit(int times) {
    Backend.useThreads(threads.each());
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      step.accept(batches.next());
    }
    return System.nanoTime() - began;
  }

  /** Whole batches, as a split is scored. */
  @Override
  public long infer(int times) {
    Backend.useThreads(threads.each());
    List<MultiDataSet> passed = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      passed.add(batches.next());
    }
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    replicas.run(
        Math.min(threads.parts(), times),
        (graph, part) -> {
          for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
            MultiDataSet batch = passed.get(i);
            graph.output(false, batch.getFeatures(), batch.getFeaturesMaskArrays());
          }
          return part;
        });
    return System.nanoTime() - began;
  }

  @Override
  public void close() {
    replicas.close();
  }
}
