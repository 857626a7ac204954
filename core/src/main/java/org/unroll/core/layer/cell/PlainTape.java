package org.unroll.core.layer.cell;

import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What happened at each step of a plain forward pass. Lives in the workspace that is open when it
 * is made.
 */
final class PlainTape {
  private final PlainCell cell;
  private final CellWeights weights;
  private final CellInput input;
  private final INDArray gates; // [t, b, gates * u], activated
  private final List<CellState> states = new ArrayList<>(); // before each step, then the last
  private final List<INDArray> counts = new ArrayList<>(); // [b, 1] of 0 and 1; none if all are 1

  PlainTape(PlainCell cell, CellWeights weights, CellInput input) {
    this.cell = cell;
    this.weights = weights;
    this.input = input;
    long width = weights.input().size(1);
    INDArray bias = PlainCell.blocks(weights.bias(), 0, 1, width); // [1, gates * u]
    this.gates =
        rows(input.steps())
            .mmul(weights.input())
            .addiRowVector(bias)
            .dup('c')
            .reshape('c', input.time(), input.batch(), width);
    if (!input.mask().isFull()) {
      for (int t = 0; t < input.time(); t++) {
        counts.add(counts(t));
      }
    }
    run();
  }

  private void run() {
    CellState state = input.initial();
    states.add(state);
    for (int t = 0; t < input.time(); t++) {
      CellState next = cell.step(weights, step(gates, t), state);
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
  void read(INDArray output) {
    for (int t = 0; t < input.time(); t++) {
      INDArray hidden = states.get(t + 1).hidden(); // [b, u]
      step(output, t).assign(counts.isEmpty() ? hidden : hidden.mulColumnVector(counts.get(t)));
    }
  }

  /** As {@link CellPass#backward}; to be called once. */
  CellState backward(INDArray output, CellState last, CellWeights gradients, INDArray in) {
    gradients.recurrent().assign(0);
    gradients.bias().assign(0);
    INDArray hidden = last.hidden().dup('c'); // [b, u], gradient of the state after step t
    INDArray memory = last.memory().dup('c'); // [b, u]
    for (int t = input.time() - 1; t >= 0; t--) {
      PlainCell.Step step = new PlainCell.Step(weights, states.get(t));
      CellState next = new CellState(hidden.add(step(output, t)), memory);
      if (counts.isEmpty()) {
        CellState before = cell.backward(step, step(gates, t), next, gradients);
        hidden = before.hidden();
        memory = before.memory();
      } else {
        INDArray masked = counts.get(t).rsub(1); // [b, 1]
        next = new CellState(seen(next.hidden(), t), seen(next.memory(), t));
        CellState before = cell.backward(step, step(gates, t), next, gradients);
        hidden = hidden.muliColumnVector(masked).addi(before.hidden());
        memory = memory.muliColumnVector(masked).addi(before.memory());
      }
    }
    finish(gradients, in);
    return new CellState(hidden, memory);
  }

  /** The gates now hold the gradients of the inputs' part. */
  private void finish(CellWeights gradients, INDArray in) {
    INDArray all = rows(gates); // [t * b, gates * u]
    gradients.input().assign(rows(input.steps()).transpose().mmul(all));
    PlainCell.blocks(gradients.bias(), 0, 1, all.size(1)).addi(all.sum(true, 0));
    rows(in).assign(all.mmul(weights.input().transpose()));
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

  private static INDArray rows(INDArray steps) {
    return steps.reshape('c', steps.size(0) * steps.size(1), steps.size(2)); // [t * b, n]
  }
}
