package org.unroll.core.graph.node;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.recurrent.RecurrentCell;

/** The one place that knows which layer stands for a {@link Cell}. */
final class CellLayer {
  private CellLayer() {}

  /**
   * @param inputs numbers a step that it reads
   */
  static RecurrentCell.Builder of(Recurrent spec, int inputs) {
    int gates = spec.cell().gates();
    RecurrentCell.Builder layer = new RecurrentCell.Builder(type(spec));
    spec.forgetBias().ifPresent(layer::forgetBias);
    layer.setRnnDataFormat(RNNFormat.NCW);
    layer.setNIn(inputs);
    layer.setNOut(spec.size());
    layer.weightInit(spec.options().weightInit().forGates(gates));
    layer.weightInitRecurrent(spec.recurrentInit().forGates(gates));
    layer.learnedState(spec.learnedState());
    GraphAssembly.apply(spec.options(), layer);
    return layer;
  }

  private static CellType type(Recurrent spec) {
    return switch (spec.cell()) {
      case LSTM -> CellType.LSTM;
      case GRU -> spec.resetAfter().orElse(true) ? CellType.GRU_RESET_AFTER : CellType.GRU;
      case RNN ->
          spec.options().activation().orElse(Activation.TANH) == Activation.RELU
              ? CellType.RELU
              : CellType.TANH;
    };
  }
}
