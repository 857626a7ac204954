package org.unroll.core.layer.head;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.TokenEmbeddingLayer;
import org.unroll.core.layer.array.AffineMap;
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

  /** Of a tied head the weights are a view of the embedding's, which are {@code [m, n]}. */
  private AffineMap map() {
    return map(params, TokenEmbeddingLayer::vectors);
  }

  private AffineMap map(
      Map<String, INDArray> table, Function<TokenEmbeddingLayer, INDArray> shared) {
    INDArray weights = // [n, m]
        tied()
            .map(embedding -> shared.apply(embedding).transpose())
            .orElseGet(() -> table.get(DefaultParamInitializer.WEIGHT_KEY));
    return new AffineMap(weights, Optional.of(table.get(DefaultParamInitializer.BIAS_KEY)));
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray rows = logits(ArrayType.ACTIVATIONS, workspaces); // [r, m]
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

  private INDArray logits(ArrayType where, LayerWorkspaceMgr workspaces) {
    return logits(rows(input, workspaces), where, workspaces);
  }

  /** An array of its own. */
  private INDArray logits(INDArray rows, ArrayType where, LayerWorkspaceMgr workspaces) {
    return layerConf().withoutWeights()
        ? copy(rows, where, workspaces)
        : map().of(rows, where, workspaces);
  }

  private static INDArray copy(INDArray rows, ArrayType where, LayerWorkspaceMgr workspaces) {
    return TimeMajor.create(workspaces, where, rows.dataType(), rows.shape()).assign(rows);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray none, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray rows = rows(input, workspaces); // [r, n]
    INDArray logits = logits(rows, ArrayType.BP_WORKING_MEM, workspaces); // [r, m]
    Optional<StepSmoothness> smoothness = smoothness(logits);
    Pair<Double, INDArray> both =
        layerConf()
            .getLossFn()
            .computeGradientAndScore(
                rows(labels, workspaces), logits, layerConf().getActivationFn(), maskArray, false);
    loss = Optional.of(both.getFirst() + sum(smoothness));
    INDArray delta = rows(both.getSecond(), workspaces); // [r, m]
    smoothness.ifPresent(each -> delta.addi(each.gradient()));
    Gradient all = new DefaultGradient();
    if (layerConf().withoutWeights()) {
      INDArray below = copy(delta, ArrayType.ACTIVATION_GRAD, workspaces); // [r, m]
      return new Pair<>(all, TimeMajor.like(input, below));
    }
    map(gradientViews, TokenEmbeddingLayer::beginGradient).differentiate(rows, delta);
    all.gradientForVariable().putAll(gradientViews); // those of shared vectors the embedding tells
    INDArray below = map().below(delta, workspaces); // [r, n]
    return new Pair<>(all, TimeMajor.like(input, below));
  }

  private Optional<StepSmoothness> smoothness(INDArray logits) {
    double weight = layerConf().smooth();
    return weight == 0
        ? Optional.empty()
        : Optional.of(
            new StepSmoothness(weight, input.size(0), logits, Optional.ofNullable(maskArray)));
  }

  private static double sum(Optional<StepSmoothness> smoothness) {
    return smoothness.map(each -> Arrays.stream(each.losses()).sum()).orElse(0.0);
  }

  @Override
  public double computeScore(double penalty, boolean training, LayerWorkspaceMgr workspaces) {
    double sum = loss.orElseGet(() -> lossOf(workspaces));
    loss = Optional.empty();
    score = sum / input.size(0) + penalty;
    return score;
  }

  private double lossOf(LayerWorkspaceMgr workspaces) {
    INDArray logits = logits(ArrayType.FF_WORKING_MEM, workspaces); // [r, m]
    double smoothness = sum(smoothness(logits));
    return smoothness
        + layerConf()
            .getLossFn()
            .computeScore(
                rows(labels, workspaces), logits, layerConf().getActivationFn(), maskArray, false);
  }

  /** The sum over an example's steps, {@code [b, 1]}. */
  @Override
  public INDArray computeScoreForExamples(double penalty, LayerWorkspaceMgr workspaces) {
    INDArray logits = logits(ArrayType.FF_WORKING_MEM, workspaces); // [r, m]
    Optional<StepSmoothness> smoothness = smoothness(logits);
    INDArray scores = // [r]
        layerConf()
            .getLossFn()
            .computeScoreArray(
                rows(labels, workspaces), logits, layerConf().getActivationFn(), maskArray);
    smoothness.ifPresent(
        each -> {
          INDArray rows = Nd4j.createFromArray(each.losses()).castTo(scores.dataType());
          scores.addi(rows.reshape(scores.shape()));
        });
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
