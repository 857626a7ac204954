package org.unroll.core.layer.cell;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One step of a cell and its gradient, in ND4J operations or plain loops. Stateless. */
public interface PlainCell {

  /**
   * @param gates {@code [b, gates * u]}: the inputs' part of the gates with bias, to be overwritten
   *     by the activated gates
   */
  CellState step(GateMaps maps, INDArray gates, CellState previous);

  /**
   * @param gates as {@link #step} left them, to be overwritten by the gradient of the inputs' part
   * @param next gradient of the step's state; both arrays may be overwritten
   * @param maps to which the gradient of the state's part is added
   * @param previous the state before the step
   * @return gradient of the state before, new arrays
   */
  CellState backward(GateMaps maps, CellState previous, INDArray gates, CellState next);

  /** The cell of a kind. */
  static PlainCell of(CellType type) {
    return switch (type) {
      case TANH -> new PlainRnn(false);
      case RELU -> new PlainRnn(true);
      case LSTM -> new CellByType(new FloatLstm(), new PlainLstm());
      case GRU -> new CellByType(new FloatGru(), new PlainGru());
      case GRU_RESET_AFTER -> new PlainResetAfterGru();
    };
  }

  /** Block {@code gate} of {@code [rows, blocks * units]}, a view {@code [rows, units]}. */
  static INDArray block(INDArray gates, int gate, long units) {
    return blocks(gates, gate, gate + 1, units);
  }

  /** Blocks from {@code first} to {@code end}, exclusive; a view. */
  static INDArray blocks(INDArray gates, int first, int end, long units) {
    return gates.get(all(), interval(first * units, end * units));
  }

  /** Derivative of the logistic function from its value: s (1 - s). */
  static INDArray sigmoidSlope(INDArray value) {
    return value.rsub(1).muli(value);
  }

  /** Derivative of tanh from its value: 1 - s^2. */
  static INDArray tanhSlope(INDArray value) {
    return value.mul(value).rsubi(1);
  }
}
