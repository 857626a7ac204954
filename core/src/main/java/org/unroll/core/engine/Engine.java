package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.UserError;
import org.unroll.core.data.Batch;
import org.unroll.core.parallel.ProcessGroup;

/** Runs training steps; the only place that knows where: here, or in several processes. */
public interface Engine {
  /**
   * One that steps in this JVM, on the caller's thread. Not thread-safe.
   *
   * @param graph whose weights it changes
   * @param clipNorm largest Euclidean norm of the gradient of the mean loss, or empty for no limit
   */
  static Engine local(ComputationGraph graph, OptionalDouble clipNorm) {
    return local(new Replicas(graph, Threads.ONE), clipNorm);
  }

  /** One that computes the parts of a batch at the same time, on each replica one. */
  static Engine local(Replicas replicas, OptionalDouble clipNorm) {
    return timed(replicas, clipNorm, new StepTimes(replicas.count()));
  }

  /**
   * One whose steps are those of {@link #local(Replicas, OptionalDouble)}, but each part of a batch
   * is computed by a process of its own.
   *
   * @param replicas as many as the group has processes
   */
  static Engine of(Replicas replicas, OptionalDouble clipNorm, ProcessGroup group) {
    if (replicas.count() != group.size()) {
      throw new IllegalArgumentException(
          replicas.count() + " replicas for " + group.size() + " processes");
    }
    return new LocalEngine(
        replicas,
        clipNorm,
        new StepTimes(replicas.count()),
        (graphs, part) ->
            part == 0
                ? new GraphPart(graphs.get(0))
                : new PeerPart(graphs.get(part), PeerNet.of(graphs.get(0), clipNorm), group, part));
  }

  /**
   * One whose processes train by themselves, and average their weights now and then.
   *
   * @param replicas of which the graph itself is used
   * @param group empty if this process does it all
   */
  static Engine averaging(
      Replicas replicas,
      OptionalDouble clipNorm,
      Averaging averaging,
      Optional<ProcessGroup> group) {
    return new AveragingEngine(replicas, clipNorm, averaging, group);
  }

  /** One that tells how long its steps take. */
  static Engine timed(Replicas replicas, OptionalDouble clipNorm, StepTimes times) {
    return new LocalEngine(replicas, clipNorm, times);
  }

  /**
   * One forward and backward pass and one update. Recurrent layers start anew; for a batch that
   * continues the one before, from their states at its end: after each row's last unmasked step, as
   * that pass, with its dropout, left them. No gradient flows back there, and a learned state,
   * which begins streams alone, gets none.
   *
   * @return the mean loss over the batch's examples, or over its unmasked steps where there is a
   *     label per step, without what regularisation adds
   * @throws Diverged if the loss or its gradient is not finite; the weights are as before
   * @throws UserError if the batch continues the one before, and the graph cannot
   */
  double step(Batch batch);

  /** How many batches {@link #steps} takes best at once. */
  default int round() {
    return 1;
  }

  /**
   * Steps on batches that follow one another.
   *
   * @param seeds of what is drawn in each
   * @return what {@link #step} returns, of each
   * @throws Diverged as it does; steps before may have been made
   */
  default List<Double> steps(List<Batch> batches, long[] seeds) {
    List<Double> losses = new ArrayList<>();
    for (Batch batch : batches) {
      Nd4j.getRandom().setSeed(seeds[losses.size()]);
      losses.add(step(batch));
    }
    return losses;
  }

  /**
   * What the next step goes on from, beside weights and the state of their updater. For a batch
   * that continues the last one {@code <layer>_<state>} to {@code [b, u]}; none before the first
   * step, and of a graph whose back-propagation is not truncated. Of weights that are averaged also
   * how they moved last, {@code [1, n]}.
   */
  Map<String, INDArray> carried();

  /** Puts back what {@link #carried()} gave. */
  void carry(Map<String, INDArray> state);

  /**
   * Trains from now on the layers that are to stay frozen for no more epochs than were made, each
   * with an updater that begins now; nothing if that was done before. The net goes on with its
   * weights. To be called between two epochs, before their learning rate is set.
   *
   * @param epoch from 0, of the steps that follow
   */
  void thaw(int epoch);

  /** Sets the learning rate of the following steps. */
  void learningRate(double rate);
}
