package org.unroll.core.engine;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unroll.core.data.Batch;
import org.unroll.core.layer.RunningStatistics;

/**
 * Steps in this JVM: the gradient of the mean loss over examples or unmasked steps, clipped by
 * global norm (Pascanu, Mikolov &amp; Bengio 2013), then the updater. In place of DL4J's own {@code
 * fit}, which knows neither, passes over the whole gradient five times and cannot truncate
 * sequences of word numbers.
 *
 * <p>Each replica of the graph computes on its part of the batch, on its thread; the gradients are
 * summed before anything else is done, so a step is that of the whole batch. What is drawn in a
 * part follows from the caller's random numbers and the number of the part. The gradient of a
 * replica may come from another process ({@link PeerPart}).
 *
 * <p>Running statistics (of batch normalisation) are no weights: each part normalises with its own,
 * and after the update those of all parts are merged, in their order, weighted by what they
 * counted.
 *
 * <p>An iteration is an update of the weights, since updaters count those; truncated sequences make
 * one for each of their sections. Listeners find its mean loss in the graph's score, the summed
 * gradient, and the activations of the first part. To be used by one thread.
 */
final class LocalEngine implements Engine {
  private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);

  private final Replicas replicas;
  private final OptionalDouble clipNorm;
  private final StepTimes times;
  private final PartSteps partSteps;
  private final NativeMemory memory = new NativeMemory();
  private final List<PartStep> steps = new ArrayList<>(); // of the replicas that there are
  private ComputationGraph graph; // another one after a thaw
  private GradientSum sum;
  private WeightUpdate update;
  private int stream; // parts of the last batch

  LocalEngine(Replicas replicas, OptionalDouble clipNorm, StepTimes times) {
    this(replicas, clipNorm, times, (graphs, part) -> new GraphPart(graphs.get(part)));
  }

  LocalEngine(Replicas replicas, OptionalDouble clipNorm, StepTimes times, PartSteps partSteps) {
    this.replicas = replicas;
    this.clipNorm = clipNorm;
    this.times = times;
    this.partSteps = partSteps;
    begin();
  }

  /** Who computes the parts of batches. */
  @FunctionalInterface
  interface PartSteps {
    /**
     * @param graphs the replicas, the graph itself first
     * @param part number, from 0
     */
    PartStep of(List<ComputationGraph> graphs, int part);
  }

  private void begin() {
    graph = replicas.graph();
    sum = new GradientSum(replicas, times);
    update = new WeightUpdate(replicas, times);
    steps.clear();
    stream = 0;
  }

  /**
   * A batch on its way.
   *
   * @param seeds of what is drawn in each part; none if there is one, which goes on drawing
   */
  private record Pass(BatchParts parts, boolean continues, long[] seeds) {
    void begin(PartStep step, int part) {
      OptionalLong seed = seeds.length == 0 ? OptionalLong.empty() : OptionalLong.of(seeds[part]);
      step.begin(parts.get(part), continues, seed);
    }
  }

  @Override
  public double step(Batch batch) {
    BatchParts parts = BatchParts.of(batch.data(), replicas.count());
    prepare(parts.count());
    Pass pass = new Pass(parts, batch.continues(), seeds(parts.count()));
    PartStep.Sum all = PartStep.Sum.NOTHING;
    try {
      int sections = Truncation.count(graph, batch.data());
      for (int section = 0; section < sections; section++) {
        PartStep.Sum sum = compute(pass, section);
        graph.setLabels(batch.data().getLabels()); // from which listeners take the batch's size
        update(sum, parts.count());
        all = all.plus(sum);
      }
      steps.subList(0, parts.count()).forEach(PartStep::keepStream);
    } finally {
      steps.forEach(PartStep::forget);
      Reference.reachabilityFence(batch); // views of its arrays were at work in native code
    }
    memory.afterStep();
    return all.labels() == 0 ? 0 : all.mean();
  }

  private void prepare(int parts) {
    List<ComputationGraph> graphs = replicas.graphs(parts);
    while (steps.size() < parts) {
      steps.add(partSteps.of(graphs, steps.size()));
    }
    stream = parts;
  }

  private static long[] seeds(int parts) {
    long[] seeds = new long[parts == 1 ? 0 : parts];
    Arrays.setAll(seeds, part -> Nd4j.getRandom().nextLong());
    return seeds;
  }

  private PartStep.Sum compute(Pass pass, int section) {
    List<PartStep.Sum> sums =
        replicas.run(
            pass.parts().count(),
            (own, part) -> {
              times.begin(part);
              PartStep step = steps.get(part);
              if (section == 0) {
                pass.begin(step, part);
              }
              PartStep.Sum sum = step.compute(section);
              times.lap(part, Phase.BACKWARD);
              return sum;
            });
    return sums.stream().reduce(PartStep.Sum.NOTHING, PartStep.Sum::plus);
  }

  private void update(PartStep.Sum done, int parts) {
    double labels = Math.max(1, done.labels());
    double norm = sum.normOf(parts) / labels;
    times.begin(0);
    for (TrainingListener listener : graph.getListeners()) {
      listener.onGradientCalculation(graph);
    }
    times.lap(0, Phase.LISTENERS);
    refuseInfinite(done.loss(), norm);
    update.apply(clipping(norm) / labels, parts);
    mergeStatistics(parts);
    times.begin(0);
    graph.getConfiguration().setIterationCount(graph.getIterationCount() + 1);
    graph.setScore(done.mean());
    for (TrainingListener listener : graph.getListeners()) {
      listener.iterationDone(graph, graph.getIterationCount(), graph.getEpochCount());
    }
    times.lap(0, Phase.LISTENERS);
  }

  /** The parameters are one vector for all replicas, so the first graph's layers write them. */
  private void mergeStatistics(int parts) {
    Layer[] layers = graph.getLayers();
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] instanceof RunningStatistics first) {
        int layer = i;
        first.merge(
            replicas.graphs(parts).stream()
                .map(each -> (RunningStatistics) each.getLayers()[layer])
                .toList());
      }
    }
  }

  private double clipping(double norm) {
    return clipNorm.isPresent() && norm > clipNorm.getAsDouble()
        ? clipNorm.getAsDouble() / norm
        : 1;
  }

  private static void refuseInfinite(double loss, double norm) {
    if (!Double.isFinite(loss)) {
      throw new Diverged("the loss became " + loss);
    }
    if (!Double.isFinite(norm)) {
      throw new Diverged("the gradient's norm became " + norm);
    }
  }

  @Override
  public Map<String, INDArray> carried() {
    return StreamParts.joined(
        steps.subList(0, stream).stream().map(PartStep::streamState).toList());
  }

  @Override
  public void carry(Map<String, INDArray> state) {
    int rows = state.values().stream().mapToInt(each -> (int) each.size(0)).findFirst().orElse(1);
    prepare(Math.min(rows, replicas.count()));
    for (int part = 0; part < stream; part++) {
      steps.get(part).streamState(StreamParts.cut(state, part, stream));
    }
  }

  @Override
  public void thaw(int epoch) {
    if (Thawing.isDue(graph, epoch)) {
      Map<String, INDArray> state = carried(); // an epoch may begin within a stream
      replicas.replace(Thawing.of(graph, epoch));
      begin();
      if (!state.isEmpty()) {
        carry(state);
      }
      LOG.info("from epoch {} on layers are trained that were frozen", epoch + 1);
    }
  }

  @Override
  public void learningRate(double rate) {
    graph.setLearningRate(rate);
  }
}
