package org.unroll.core.layer.recurrent;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.PlainCell;

/**
 * Where a layer's state starts: stored by an earlier call, else given by an {@link InitialState},
 * else learned, else zero; and where the gradient of the start goes. Owned by the graph's thread.
 */
final class InitialStates {
  private static final String HIDDEN = "hidden";
  private static final String MEMORY = "memory";

  private enum Source {
    STORED,
    GIVEN,
    LEARNED,
    ZERO
  }

  private final RecurrentCell layer;
  private final DataType type;
  private Source source = Source.ZERO;
  private Optional<CellState> given = Optional.empty();
  private Optional<CellState> givenGradient = Optional.empty();
  private Optional<CellState> zeros = Optional.empty();

  InitialStates(RecurrentCell layer, DataType type) {
    this.layer = layer;
    this.type = type;
  }

  /**
   * @param state {@code [b, u]}, or of an lstm also {@code [b, 2 * u]} with the memory behind
   */
  void give(INDArray state) {
    CellState zero = CellState.zeros(type, state.size(0), layer.getNOut());
    zero.hidden().assign(part(state, 0));
    if (state.size(1) > layer.getNOut()) {
      zero.memory().assign(part(state, 1));
    }
    given = Optional.of(zero);
    givenGradient = Optional.empty();
  }

  private INDArray part(INDArray state, int index) {
    return PlainCell.block(state, index, layer.getNOut());
  }

  /** Forgets what was given; its gradient stays until it is read. */
  void forget() {
    given = Optional.empty();
  }

  /** What to keep of a last state for the next call. */
  Map<String, INDArray> store(CellState last) {
    return layer.cell().hasMemory()
        ? Map.of(HIDDEN, last.hidden(), MEMORY, last.memory())
        : Map.of(HIDDEN, last.hidden());
  }

  /**
   * @param stored what {@link #store} said, or empty
   * @param parameters the layer's
   */
  CellState choose(Map<String, INDArray> stored, Map<String, INDArray> parameters, long batch) {
    CellState zero = zero(batch);
    CellState state = zero;
    if (stored.containsKey(HIDDEN)) {
      source = Source.STORED;
      state = stored(stored, zero);
    } else if (given.isPresent()) {
      source = Source.GIVEN;
      state = given.get();
    } else if (layer.hasLearnedState()) {
      source = Source.LEARNED;
      state = learned(parameters, batch);
    } else {
      source = Source.ZERO;
    }
    if (state.hidden().size(0) != batch) {
      throw new IllegalStateException(
          "The state is of %d sequences, the input of %d: clear the state between batches"
              .formatted(state.hidden().size(0), batch));
    }
    return state;
  }

  private CellState zero(long batch) {
    if (zeros.isEmpty() || zeros.get().hidden().size(0) != batch) {
      zeros = Optional.of(CellState.zeros(type, batch, layer.getNOut()));
    }
    return zeros.get();
  }

  private static CellState stored(Map<String, INDArray> stored, CellState zero) {
    CellState state = new CellState(stored.get(HIDDEN), stored.getOrDefault(MEMORY, zero.memory()));
    boolean dense = TimeMajor.isDense(state.hidden()) && TimeMajor.isDense(state.memory());
    return dense ? state : state.detached(); // rows a beam search has picked may lie in F order
  }

  private CellState learned(Map<String, INDArray> parameters, long batch) {
    CellState state = CellState.zeros(type, batch, layer.getNOut());
    state.hidden().addiRowVector(parameters.get(CellParameters.HIDDEN_START));
    if (layer.cell().hasMemory()) {
      state.memory().addiRowVector(parameters.get(CellParameters.MEMORY_START));
    }
    return state;
  }

  /**
   * Hands the gradient of the last chosen start to where it came from.
   *
   * @param gradients of the layer's parameters; those of a learned state are overwritten
   */
  void backward(CellState gradient, Map<String, INDArray> gradients) {
    if (source == Source.GIVEN) {
      givenGradient = Optional.of(gradient.detached());
    }
    if (!layer.hasLearnedState()) {
      return;
    }
    double used = source == Source.LEARNED ? 1 : 0;
    INDArray hidden = gradients.get(CellParameters.HIDDEN_START); // [1, u]
    hidden.assign(gradient.hidden().sum(true, 0).muli(used));
    if (layer.cell().hasMemory()) {
      INDArray memory = gradients.get(CellParameters.MEMORY_START); // [1, u]
      memory.assign(gradient.memory().sum(true, 0).muli(used));
    }
  }

  /**
   * @param gradient {@code [b, u]} or {@code [b, 2 * u]} as it was given, to be filled
   */
  void readGradient(INDArray gradient) {
    gradient.assign(0);
    if (givenGradient.isEmpty()) {
      return; // the pass started from a stored state
    }
    part(gradient, 0).assign(givenGradient.get().hidden());
    if (gradient.size(1) > layer.getNOut()) {
      part(gradient, 1).assign(givenGradient.get().memory());
    }
  }
}
