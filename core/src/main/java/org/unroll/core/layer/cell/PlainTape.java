package org.unroll.core.layer.cell;

import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What happened at each step of a plain forward pass. Lives in the workspace that is open when it
 * is made. Not thread-safe.
 */
public final class PlainTape {
  private final PlainCell cell;
  private final CellInput input;
  private final INDArray gates; // [t, b, gates * u], activated
  private final List<CellState> states = new ArrayList<>(); // before each step, then the last
  private final List<INDArray> counts = new ArrayList<>(); // [b, 1] of 0 and 1; none if all are 1

  /** Runs forward. */
  public PlainTape(PlainCell cell, GateMaps maps, CellInput input) {
    this.cell = cell;
    this.input = input;
    this.gates = maps.ofInputs(input.steps());
    if (!input.mask().isFull()) {
      for (int t = 0; t < input.time(); t++) {
        counts.add(counts(t));
      }
    }
    run(maps);
  }

  private void run(GateMaps maps) {
    CellState state = input.initial();
    states.add(state);
    for (int t = 0; t < input.time(); t++) {
      CellState next = cell.step(maps, step(gates, t), state);
      if (!counts.isEmpty()) {
        next =
            new CellState(
                held(next.hidden(), state.hidden(), counts.get(t)),
                held(next.memory(), state.memory(), counts.get(t)));
      }
      states.add(next);
      state = next;
    }
  }

  CellState last() {
    return states.get(states.size() - 1);
  }

  /** The hidden states, 0 at masked steps. */
  public void read(INDArray output) {
    for (int t = 0; t < input.time(); t++) {
      INDArray hidden = states.get(t + 1).hidden(); // [b, u]
      step(output, t).assign(counts.isEmpty() ? hidden : hidden.mulColumnVector(counts.get(t)));
    }
  }

  /** Tells what happened at each step. */
  void play(CellRecorder recorder) {
    for (int t = 0; t < input.time(); t++) {
      recorder.step(t, step(gates, t), states.get(t + 1));
    }
  }

  /** Told the gradient by the state after a step, 0 where it is masked; it is overwritten then. */
  @FunctionalInterface
  interface GradientTaker {
    void take(int step, CellState gradient);
  }

  /**
   * As {@link CellPass#backward}; to be called once.
   *
   * @param maps the same, whose gradients are overwritten
   */
  public CellState backward(GateMaps maps, INDArray output, CellState last, INDArray in) {
    return backward(maps, output, last, in, (step, gradient) -> {});
  }

  CellState backward(
      GateMaps maps, INDArray output, CellState last, INDArray in, GradientTaker taker) {
    maps.clearGradients();
    INDArray hidden = last.hidden().dup('c'); // [b, u], gradient of the state after step t
    INDArray memory = last.memory().dup('c'); // [b, u]
    for (int t = input.time() - 1; t >= 0; t--) {
      CellState previous = states.get(t);
      CellState next = new CellState(hidden.add(step(output, t)), memory);
      if (counts.isEmpty()) {
        taker.take(t, next);
        CellState before = cell.backward(maps, previous, step(gates, t), next);
        hidden = before.hidden();
        memory = before.memory();
      } else {
        INDArray masked = counts.get(t).rsub(1); // [b, 1]
        next = new CellState(seen(next.hidden(), t), seen(next.memory(), t));
        taker.take(t, next);
        CellState before = cell.backward(maps, previous, step(gates, t), next);
        hidden = hidden.muliColumnVector(masked).addi(before.hidden());
        memory = memory.muliColumnVector(masked).addi(before.memory());
      }
    }
    maps.differentiateInputs(input.steps(), gates, in);
    return new CellState(hidden, memory);
  }

  private INDArray seen(INDArray gradient, int t) {
    return gradient.mulColumnVector(counts.get(t));
  }

  private static INDArray held(INDArray next, INDArray before, INDArray counts) {
    return next.sub(before).muliColumnVector(counts).addi(before);
  }

  private INDArray counts(int t) {
    INDArray column = Nd4j.zeros(gates.dataType(), input.batch(), 1); // [b, 1]
    for (int b = 0; b < input.batch(); b++) {
      column.putScalar(b, 0, input.mask().counts(b, t) ? 1 : 0);
    }
    return column;
  }

  private static INDArray step(INDArray steps, int t) {
    return steps.get(point(t)); // [b, n], a view
  }
}
