package org.unroll.core.engine;

import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Adds up how long each thread of an engine is busy with each phase of its steps. */
public final class StepTimes {
  private final long[][] nanos; // [part][phase], each row written by the part's thread
  private final long[] last; // [part]

  /**
   * @param parts threads at most
   */
  public StepTimes(int parts) {
    this.nanos = new long[parts][Phase.values().length];
    this.last = new long[parts];
  }

  /** A part begins with something after having waited. */
  void begin(int part) {
    last[part] = System.nanoTime();
  }

  /** A part did this since it began, or since its last lap. */
  void lap(int part, Phase phase) {
    long now = System.nanoTime();
    nanos[part][phase.ordinal()] += now - last[part];
    last[part] = now;
  }

  /** Seconds by phase, over all threads, so far; not while a step is made. */
  public Map<Phase, Double> seconds() {
    Map<Phase, Double> seconds = new TreeMap<>();
    for (Phase phase : Phase.values()) {
      double sum = 0;
      for (long[] part : nanos) {
        sum += part[phase.ordinal()];
      }
      seconds.put(phase, sum / 1e9);
    }
    return seconds;
  }

  /** Tells the end of the forward pass of each graph, which DL4J makes together with the other. */
  public void watch(Replicas replicas) {
    replicas.run(
        replicas.count(),
        (graph, part) -> {
          graph.addListeners(new ForwardEnd(this, part));
          return part;
        });
  }

  /** Reads no gradient. */
  static final class ForwardEnd extends BaseTrainingListener implements GradientReader {
    private final StepTimes times;
    private final int part;

    ForwardEnd(StepTimes times, int part) {
      this.times = times;
      this.part = part;
    }

    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
      times.lap(part, Phase.FORWARD);
    }

    @Override
    public boolean readsChanges(ComputationGraph graph) {
      return false;
    }
  }
}
