package org.unroll.core.layer;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.StepMask;

/** What DL4J asks of every vertex, answered for those without parameters. */
@SuppressWarnings("overrides") // DL4J declares setInputs once with and once without dots
public abstract class ParameterlessVertex extends BaseGraphVertex {
  private static final long serialVersionUID = 1;

  private transient boolean training; // in the last forward pass

  protected ParameterlessVertex(VertexPlace place) {
    super(place.graph(), place.name(), place.index(), null, null, place.dataType());
  }

  /** What it makes of {@link #inputs}. */
  protected abstract INDArray forward(LayerWorkspaceMgr workspaces);

  /** The gradients by {@link #inputs}, one for each, from {@link #epsilon}. */
  protected abstract INDArray[] backward(LayerWorkspaceMgr workspaces);

  /** Whether the forward pass is one of training. */
  protected final boolean isTraining() {
    return training;
  }

  /**
   * The mask {@code [b, t]} of what it gives: unless overridden that of the first input.
   *
   * @param masks of the inputs, null for one that has none
   */
  protected Optional<INDArray> outputMask(INDArray[] masks) {
    return Optional.ofNullable(masks[0]);
  }

  /**
   * The mask {@code [b, t]} of a graph input in the batch that is being read.
   *
   * @param input its number, or {@link VertexPlace#NO_MASK}
   */
  protected Optional<INDArray> inputMask(int input) {
    INDArray[] masks = graph.getInputMaskArrays();
    return masks == null || input == VertexPlace.NO_MASK
        ? Optional.empty()
        : Optional.ofNullable(masks[input]);
  }

  /** The same as steps that count; without a mask all do. */
  protected StepMask inputMask(int input, long batch, long time) {
    return StepMask.of(inputMask(input), batch, time);
  }

  @Override
  public final INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    this.training = training;
    return forward(workspaces);
  }

  /** Nothing, if what it reads is still. */
  @Override
  public final Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
    boolean none = epsilon == null || Stillness.isOf(graph, this);
    return new Pair<>(null, none ? Stillness.below(graph, this, workspaces) : backward(workspaces));
  }

  @Override
  public final Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    INDArray[] given = masks == null ? new INDArray[getNumInputArrays()] : masks;
    return new Pair<>(outputMask(given).orElse(null), state);
  }

  @Override
  public void setInputs(INDArray... arrays) {
    super.setInputs(arrays);
  }

  @Override
  public boolean hasLayer() {
    return false;
  }

  @Override
  public Layer getLayer() {
    return null; // DL4J's contract for a vertex without parameters
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray gradients) {
    if (gradients != null) {
      throw new IllegalArgumentException(getVertexName() + " has no parameters");
    }
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "(" + getVertexName() + ")";
  }
}
