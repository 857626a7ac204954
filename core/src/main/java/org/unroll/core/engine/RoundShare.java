package org.unroll.core.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;
import org.unroll.core.parallel.ArrayWire;

/**
 * What one process of a group trains on before weights are averaged.
 *
 * @param state that the first step goes on from, if it does
 */
record RoundShare(List<Step> steps, Map<String, INDArray> state) {

  /**
   * @param seed of what is drawn in it
   */
  record Step(MultiDataSet data, boolean continues, long seed) {}

  /**
   * @param losses means, of each step
   * @param state at the end, from which what continues goes on
   */
  record Outcome(List<Double> losses, Map<String, INDArray> state) {
    void write(DataOutputStream out) throws IOException {
      out.writeInt(losses.size());
      for (double loss : losses) {
        out.writeDouble(loss);
      }
      ArrayWire.write(state, out);
    }

    static Outcome read(DataInputStream in) throws IOException {
      List<Double> losses = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        losses.add(in.readDouble());
      }
      return new Outcome(losses, ArrayWire.readMap(in));
    }
  }

  /**
   * Steps one after the other.
   *
   * @throws Diverged as the engine does
   */
  Outcome train(Engine engine) {
    engine.carry(state);
    List<Double> losses = new ArrayList<>();
    for (Step step : steps) {
      Nd4j.getRandom().setSeed(step.seed);
      int[] examples = new int[(int) step.data.getFeatures(0).size(0)];
      losses.add(engine.step(new Batch(step.data, examples, step.continues)));
    }
    return new Outcome(losses, engine.carried());
  }

  void write(DataOutputStream out) throws IOException {
    ArrayWire.write(state, out);
    out.writeInt(steps.size());
    for (Step step : steps) {
      out.writeLong(step.seed);
      out.writeBoolean(step.continues);
      ArrayWire.write(step.data, out);
    }
  }

  static RoundShare read(DataInputStream in) throws IOException {
    Map<String, INDArray> state = ArrayWire.readMap(in);
    List<Step> steps = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      long seed = in.readLong();
      boolean continues = in.readBoolean();
      steps.add(new Step(ArrayWire.readBatch(in), continues, seed));
    }
    return new RoundShare(steps, state);
  }
}
