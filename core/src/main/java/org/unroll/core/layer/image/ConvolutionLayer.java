package org.unroll.core.layer.image;

import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.onednn.OneDnnFilters;

/** {@link Convolution} at work. Owned by the graph's thread. */
final class ConvolutionLayer extends PictureLayer<Convolution> {
  private static final long serialVersionUID = 1;

  /**
   * A pass in training and what its backward pass needs.
   *
   * @param read {@code [r, c h w]}
   * @param curve what the activation function did
   */
  private record Run(INDArray read, CountedRows rows, Curve curve) {}

  private final transient OneDnnFilters library = new OneDnnFilters();
  private transient Optional<Run> run = Optional.empty(); // the last one in training

  ConvolutionLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  private FilterBank filters() {
    return FilterBank.of(layerConf().shape(), parameters(params), library);
  }

  private static FilterPass.Parameters parameters(Map<String, INDArray> table) {
    return new FilterPass.Parameters(
        table.get(ConvolutionParameters.WEIGHTS),
        Optional.ofNullable(table.get(ConvolutionParameters.BIAS)));
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    PictureSize size = layerConf().shape().outputSize();
    CountedRows rows = counted();
    INDArray read = rows(input, ArrayType.ACTIVATIONS, workspaces); // [r, c h w]
    INDArray output = create(rows.all(), size.length(), ArrayType.ACTIVATIONS, workspaces);
    filters().apply(rows, read, output);
    rows.clearOthers(output);
    Curve curve = Curve.of(layerConf().getActivationFn(), output, training, workspaces);
    rows.clearOthers(output);
    if (training) {
      run = Optional.of(new Run(read, rows, curve));
    }
    return size.like(input, output);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    if (run.isEmpty()) {
      activate(true, workspaces);
    }
    Run done = run.orElseThrow();
    run = Optional.empty();
    PictureSize size = layerConf().shape().outputSize();
    INDArray above = rows(epsilon, ArrayType.BP_WORKING_MEM, workspaces); // [r, filters h' w']
    Pieces pieces = new Pieces(size, done.rows());
    INDArray delta = done.curve().delta(above, pieces, workspaces); // as above
    INDArray below =
        createBelow(done.rows().all(), layerConf().shape().size().length(), workspaces);
    gradientViews.values().forEach(Floats::clear);
    filters()
        .differentiate(done.rows(), done.read(), delta, parameters(gradientViews), asked(below));
    done.rows().clearOthers(below);
    return new Pair<>(gradientOfAll(), layerConf().shape().size().like(input, below));
  }

  @Override
  public void clear() {
    super.clear();
    run = Optional.empty();
  }

  @Override
  public void close() {
    library.close();
    super.close();
  }
}
