package org.unroll.core.layer.head;

import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.TokenEmbeddingLayer;
import org.unroll.core.layer.array.Products;
import org.unroll.core.layer.array.TimeMajor;

/** {@link OutputHead} at work. Owned by the graph's thread. */
final class OutputHeadLayer extends BaseOutputLayer<OutputHead> {
  private static final long serialVersionUID = 1;

  /** Of the last backward pass, which DL4J asks for right after it; a sum over all labels. */
  private transient Optional<Double> loss = Optional.empty();

  /** Where the embedding is that a tied head scores with; it may be built after the head. */
  private transient ComputationGraph graph;

  OutputHeadLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  /** To be told before anything else where the weights are not its own. */
  void tieWithin(ComputationGraph graph) {
    this.graph = graph;
  }

  private Optional<TokenEmbeddingLayer> tied() {
    return layerConf().tied().map(name -> (TokenEmbeddingLayer) graph.getLayer(name));
  }

  /** {@code [n, m]}, of a tied head a view of the embedding's {@code [m, n]}. */
  private INDArray weights() {
    return tied()
        .map(embedding -> embedding.vectors().transpose())
        .orElseGet(() -> params.get(DefaultParamInitializer.WEIGHT_KEY));
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray rows = linear(rows(input, workspaces), ArrayType.ACTIVATIONS, workspaces);
    INDArray output = layerConf().getActivationFn().getActivation(rows, training); // [r, m]
    if (maskArray != null) {
      TimeMajor.clearMasked(output, maskArray);
    }
    return TimeMajor.like(input, output);
  }

  /** {@code [r, k]} with r = t b in time-major order, or b. */
  private INDArray rows(INDArray array, LayerWorkspaceMgr workspaces) {
    return TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, array.castTo(dataType));
  }

  /** {@code [r, n]} to {@code [r, m]}. */
  private INDArray linear(INDArray rows, ArrayType where, LayerWorkspaceMgr workspaces) {
    INDArray weights = weights(); // [n, m]
    INDArray result = TimeMajor.create(workspaces, where, dataType, rows.size(0), weights.size(1));
    Products.linear(rows, weights, params.get(DefaultParamInitializer.BIAS_KEY), result);
    return result;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray none, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray rows = rows(input, workspaces); // [r, n]
    INDArray logits = linear(rows, ArrayType.BP_WORKING_MEM, workspaces); // [r, m]
    Pair<Double, INDArray> both =
        layerConf()
            .getLossFn()
            .computeGradientAndScore(
                rows(labels, workspaces), logits, layerConf().getActivationFn(), maskArray, false);
    loss = Optional.of(both.getFirst());
    INDArray delta = rows(both.getSecond(), workspaces); // [r, m]
    INDArray below = // [r, n]
        TimeMajor.create(workspaces, ArrayType.ACTIVATION_GRAD, dataType, rows.shape());
    Products.multiply(delta, weights().transpose(), below);
    return new Pair<>(gradient(rows, delta), TimeMajor.like(input, below));
  }

  private Gradient gradient(INDArray rows, INDArray delta) {
    Gradient all = new DefaultGradient();
    Optional<TokenEmbeddingLayer> tied = tied();
    INDArray weights = // [n, m]
        tied.isPresent()
            ? tied.get().beginGradient().transpose()
            : gradientViews.get(DefaultParamInitializer.WEIGHT_KEY);
    Products.multiply(rows.transpose(), delta, weights);
    if (tied.isEmpty()) {
      all.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, weights);
    }
    INDArray bias = gradientViews.get(DefaultParamInitializer.BIAS_KEY); // [1, m]
    Products.sumRows(delta, bias);
    all.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, bias);
    return all;
  }

  @Override
  public double computeScore(double penalty, boolean training, LayerWorkspaceMgr workspaces) {
    double sum = loss.orElseGet(() -> lossOf(workspaces));
    loss = Optional.empty();
    score = sum / input.size(0) + penalty;
    return score;
  }

  private double lossOf(LayerWorkspaceMgr workspaces) {
    INDArray logits =
        linear(rows(input, workspaces), ArrayType.FF_WORKING_MEM, workspaces); // [r, m]
    return layerConf()
        .getLossFn()
        .computeScore(
            rows(labels, workspaces), logits, layerConf().getActivationFn(), maskArray, false);
  }

  /** The sum over an example's steps, {@code [b, 1]}. */
  @Override
  public INDArray computeScoreForExamples(double penalty, LayerWorkspaceMgr workspaces) {
    INDArray logits =
        linear(rows(input, workspaces), ArrayType.FF_WORKING_MEM, workspaces); // [r, m]
    INDArray scores = // [r]
        layerConf()
            .getLossFn()
            .computeScoreArray(
                rows(labels, workspaces), logits, layerConf().getActivationFn(), maskArray);
    long batch = input.size(0);
    INDArray examples = scores.reshape('c', scores.length() / batch, batch).sum(true, 0); // [1, b]
    return workspaces.leverageTo(ArrayType.ACTIVATIONS, examples.reshape(batch, 1).addi(penalty));
  }

  @Override
  protected INDArray getLabels2d(LayerWorkspaceMgr workspaces, ArrayType type) {
    return rows(labels, workspaces);
  }

  /**
   * @param mask {@code [b, t]}, or {@code [b, 1]} of examples; kept as {@code [r, 1]}
   */
  @Override
  public void setMaskArray(INDArray mask) {
    if (mask == null) {
      maskArray = null;
    } else {
      maskArray = mask.permute(1, 0).dup('c').reshape(mask.length(), 1);
    }
  }

  /** Nothing is above. */
  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int batch) {
    return null; // as DL4J's own output layers
  }

  @Override
  public void clear() {
    super.clear();
    loss = Optional.empty();
  }

  @Override
  public Type type() {
    return Type.RECURRENT;
  }
}
