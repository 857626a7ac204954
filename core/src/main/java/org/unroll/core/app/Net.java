package org.unroll.core.app;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.step.NodeDigest;
import org.unroll.core.graph.step.NodeRun;
import org.unroll.core.graph.step.StepGraph;
import org.unroll.core.graph.step.TokenSteps;
import org.unroll.core.layer.array.Floats;

/**
 * A graph at work, as tasks and predictors see it. Owned by the thread that made it: DL4J mixes up
 * the outputs of a graph that several threads run (dl4j#9993).
 */
public final class Net implements AutoCloseable {
  private static final String RUNNING = "running the net";

  private final Replicas replicas;
  private final Thread owner;
  private final Progress progress;
  private final String what; // is done with it

  /**
   * @param graph closed with the net
   */
  public Net(ComputationGraph graph) {
    this(new Replicas(graph, Threads.ONE));
  }

  /**
   * @param replicas of a graph, on which batches are run at the same time; closed with the net
   */
  public Net(Replicas replicas) {
    this(replicas, Thread.currentThread(), Progress.SILENT, RUNNING);
  }

  private Net(Replicas replicas, Thread owner, Progress progress, String what) {
    this.replicas = replicas;
    this.owner = owner;
    this.progress = progress;
    this.what = what;
  }

  /** The same net, of whose runs over batches somebody is told; closing either closes both. */
  public Net telling(Progress somebody) {
    return new Net(replicas, owner, somebody, what);
  }

  /**
   * The same net, of whose runs over batches is told what they are for; closing either closes both.
   *
   * @param purpose such as {@code scoring test}
   */
  public Net doing(String purpose) {
    return new Net(replicas, owner, progress, purpose);
  }

  /** For work with the net that is not counted in examples of batches. The caller closes it. */
  public Work begin(long total) {
    return progress.begin(what, total);
  }

  /** Takes what the head gives for one example. */
  @FunctionalInterface
  public interface Taker {
    /**
     * @param example number in the split
     * @param output {@code [size]}, or of a sequence {@code [size · time]}, number after number,
     *     each with all steps of its batch
     */
    void take(int example, float[] output);
  }

  /** Runs over all batches of the first epoch and hands over the head's output for each example. */
  public void outputs(Batches batches, Taker taker) {
    overBatches(batches, own -> own::output, (batch, flat) -> hand(batch, flat, taker));
  }

  /**
   * The same of a node that is not the head, beyond which nothing is run.
   *
   * @throws IllegalArgumentException if the graph has no vertex of that name
   */
  public void outputs(String node, Batches batches, Taker taker) {
    overBatches(
        batches,
        own -> {
          NodeRun run = new NodeRun(own.graph(), node);
          return BatchWork.closing(run::close, batch -> run.of(batch.data()));
        },
        (batch, flat) -> hand(batch, flat, taker));
  }

  /**
   * Tells apart all nets that do not give the same by a node.
   *
   * @return a digest of the layers, connections and weights up to it
   * @throws IllegalArgumentException if the graph has no vertex of that name
   */
  public String digest(String node) {
    requireOwner();
    return NodeDigest.of(graph(), node);
  }

  private static void hand(Batch batch, float[] flat, Taker taker) {
    int length = flat.length / batch.examples().length;
    for (int row = 0; row < batch.examples().length; row++) {
      taker.take(batch.examples()[row], Arrays.copyOfRange(flat, row * length, (row + 1) * length));
    }
  }

  private float[] output(Batch batch) {
    MultiDataSet data = batch.data();
    INDArray output = // [batch, size] or [batch, size, time]
        graph().output(false, data.getFeatures(), data.getFeaturesMaskArrays())[0];
    return Floats.read(output);
  }

  /** What is done with a batch. Used and closed by the thread that opened it. */
  @FunctionalInterface
  public interface BatchWork<R> extends AutoCloseable {
    R of(Batch batch);

    @Override
    default void close() {}

    /** Work with something that is to be closed after it. */
    static <R> BatchWork<R> closing(Runnable close, Function<Batch, R> work) {
      return new BatchWork<>() {
        @Override
        public R of(Batch batch) {
          return work.apply(batch);
        }

        @Override
        public void close() {
          close.run();
        }
      };
    }
  }

  /**
   * Works on all batches of the first epoch, on every replica one at a time; which one makes no
   * difference to a result.
   *
   * @param open makes the work of one replica, which is asked as a net of its own, on its thread
   * @param taker told the results in the order of the batches, on the caller's thread
   */
  public <R> void overBatches(
      Batches batches, Function<Net, BatchWork<R>> open, BiConsumer<Batch, R> taker) {
    requireOwner();
    try (Work work = begin(batches.examples())) {
      new BatchRun<>(replicas, batches, open, work).run(taker);
    }
  }

  /**
   * How examples are put into batches where each takes many small steps: like lengths together,
   * which pads least, and few of them shared out, so that no replica is idle.
   *
   * @param most examples in a batch
   */
  BatchOrder order(int examples, int most) {
    int share = (examples + replicas.count() - 1) / replicas.count();
    return new BatchOrder(Math.max(1, Math.min(most, share)), 0, true);
  }

  /** For running it step by step; see {@link StepGraph#of}. The caller closes the steps. */
  public StepGraph steps(Set<String> stepInputs) {
    requireOwner();
    return StepGraph.of(graph(), stepInputs);
  }

  /** For writing word by word; see {@link TokenSteps#of}. The caller closes the steps. */
  public TokenSteps tokenSteps(String input, int words) {
    requireOwner();
    return TokenSteps.of(graph(), input, words);
  }

  /** Sets the weight matrix of a node's layer. */
  public void setWeights(String node, INDArray weights) {
    requireOwner();
    graph().setParam(node + "_W", weights);
  }

  /** The recurrent layers, by DL4J's names in running order, with the units of each. */
  public Map<String, Integer> recurrentLayers() {
    Map<String, Integer> layers = new LinkedHashMap<>();
    for (int index : graph().topologicalSortOrder()) {
      GraphVertex vertex = graph().getVertices()[index];
      if (vertex.hasLayer()
          && vertex.getLayer() instanceof RecurrentLayer layer
          && layer.conf().getLayer() instanceof FeedForwardLayer sizes) {
        layers.put(vertex.getVertexName(), (int) sizes.getNOut());
      }
    }
    return layers;
  }

  /** A copy of its matrices by DL4J's names, {@code [rows][columns]}; vectors have one row. */
  public Map<String, float[][]> matrices() {
    Map<String, float[][]> matrices = new LinkedHashMap<>();
    graph()
        .paramTable()
        .forEach(
            (name, weights) -> {
              INDArray rows = weights.rank() == 2 ? weights : weights.reshape(1, weights.length());
              matrices.put(name, rows.toFloatMatrix());
            });
    return matrices;
  }

  /**
   * Sets one of {@link #matrices()}.
   *
   * @param rows as they are there
   * @throws IllegalArgumentException if there is none of that name, or it has another size
   */
  public void setMatrix(String name, float[][] rows) {
    requireOwner();
    INDArray present = graph().paramTable().get(name);
    INDArray given = Nd4j.createFromArray(rows);
    if (present == null || present.length() != given.length()) {
      throw new IllegalArgumentException(
          "no matrix %s of %d rows of %d".formatted(name, rows.length, rows[0].length));
    }
    graph().setParam(name, given.reshape(present.shape()));
  }

  /** How many numbers it learns. */
  public long parameters() {
    return graph().numParams();
  }

  /** What trains it and writes it to disk. */
  public ComputationGraph graph() {
    return replicas.graph();
  }

  /** What trains on all of them. */
  public Replicas replicas() {
    return replicas;
  }

  private void requireOwner() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "a net answers only the thread that made it, " + owner.getName());
    }
  }

  @Override
  public void close() {
    replicas.close();
  }
}
