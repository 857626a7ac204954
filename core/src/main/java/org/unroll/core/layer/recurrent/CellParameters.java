package org.unroll.core.layer.recurrent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ShapedParameters;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.PlainCell;

/**
 * The parameters of a {@link RecurrentCell} in DL4J's flat vector, one after the other, each in C
 * order: {@code W} [n, gates * u], {@code RW} [u, gates * u], {@code b} [1, biases * u], and with a
 * learned state {@code h0} [1, u] and {@code c0} [1, u].
 */
public final class CellParameters extends ShapedParameters<RecurrentCell> {
  /** Input weights. */
  public static final String INPUT_WEIGHTS = "W";

  /** Recurrent weights. */
  public static final String RECURRENT_WEIGHTS = "RW";

  /** Bias. */
  public static final String BIAS = "b";

  /** Learned hidden state before the first step. */
  public static final String HIDDEN_START = "h0";

  /** Learned memory before the first step. */
  public static final String MEMORY_START = "c0";

  private static final int FORGET_GATE = 1;

  public CellParameters() {
    super(RecurrentCell.class);
  }

  @Override
  protected Map<String, long[]> shapes(RecurrentCell layer) {
    long units = layer.getNOut();
    long width = layer.cell().gates() * units;
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(INPUT_WEIGHTS, new long[] {layer.getNIn(), width});
    shapes.put(RECURRENT_WEIGHTS, new long[] {units, width});
    shapes.put(BIAS, new long[] {1, layer.cell().biases() * units});
    if (layer.hasLearnedState()) {
      shapes.put(HIDDEN_START, new long[] {1, units});
      if (layer.cell().hasMemory()) {
        shapes.put(MEMORY_START, new long[] {1, units});
      }
    }
    return shapes;
  }

  /** The learned state counts as bias: no penalty keeps it small. */
  @Override
  protected List<String> weights() {
    return List.of(INPUT_WEIGHTS, RECURRENT_WEIGHTS);
  }

  /**
   * The fans are those of one gate: inputs and units. The fan-in of a cell is taken to be its
   * units, as DL4J and PyTorch do, so uniform weights start within 1 / sqrt(units).
   */
  @Override
  protected void start(RecurrentCell layer, Map<String, INDArray> parameters) {
    long units = layer.getNOut();
    IWeightInit recurrentStart =
        layer.getWeightInitFnRecurrent() == null
            ? layer.getWeightInitFn()
            : layer.getWeightInitFnRecurrent();
    start(layer.getWeightInitFn(), units, layer.getNIn(), parameters.get(INPUT_WEIGHTS));
    start(recurrentStart, units, units, parameters.get(RECURRENT_WEIGHTS));
    INDArray bias = parameters.get(BIAS); // [1, biases * u]
    bias.assign(0);
    if (layer.cell() == CellType.LSTM) {
      PlainCell.block(bias, FORGET_GATE, units).assign(layer.forgetBias());
    }
    if (layer.hasLearnedState()) {
      parameters.get(HIDDEN_START).assign(0);
      if (layer.cell().hasMemory()) {
        parameters.get(MEMORY_START).assign(0);
      }
    }
  }
}
