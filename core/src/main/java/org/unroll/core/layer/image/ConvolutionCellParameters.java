package org.unroll.core.layer.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ShapedParameters;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.PlainCell;

/** The parameters of a {@link ConvolutionCell}. */
final class ConvolutionCellParameters extends ShapedParameters<ConvolutionCell> {
  static final String INPUT_WEIGHTS = "W";
  static final String RECURRENT_WEIGHTS = "RW";
  static final String BIAS = "b";

  private static final int FORGET_GATE = 1;

  ConvolutionCellParameters() {
    super(ConvolutionCell.class);
  }

  @Override
  protected Map<String, long[]> shapes(ConvolutionCell layer) {
    Window window = layer.ofInputs().window();
    long gates = layer.ofInputs().filters();
    long down = window.down().kernel();
    long across = window.across().kernel();
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(INPUT_WEIGHTS, new long[] {down, across, layer.getNIn(), gates});
    shapes.put(RECURRENT_WEIGHTS, new long[] {down, across, layer.getNOut(), gates});
    shapes.put(BIAS, new long[] {1, gates});
    return shapes;
  }

  @Override
  protected List<String> weights() {
    return List.of(INPUT_WEIGHTS, RECURRENT_WEIGHTS);
  }

  @Override
  protected void start(ConvolutionCell layer, Map<String, INDArray> parameters) {
    start(layer, layer.getWeightInitFn(), parameters.get(INPUT_WEIGHTS));
    start(layer, layer.recurrentInit(), parameters.get(RECURRENT_WEIGHTS));
    INDArray bias = parameters.get(BIAS);
    bias.assign(0);
    if (layer.cell() == CellType.LSTM) {
      PlainCell.block(bias, FORGET_GATE, layer.getNOut()).assign(layer.forgetBias());
    }
  }

  /** The fans are those of one gate. */
  private static void start(ConvolutionCell layer, IWeightInit way, INDArray weights) {
    long taps = weights.size(0) * weights.size(1);
    start(way, taps * weights.size(2), taps * layer.getNOut(), weights);
  }
}
