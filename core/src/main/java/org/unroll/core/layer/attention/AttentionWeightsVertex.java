package org.unroll.core.layer.attention;

import java.lang.ref.Reference;
import java.util.Optional;
import java.util.OptionalInt;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.BatchProduct;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;

/** {@link AttentionWeights} at work. Owned by the graph's thread. */
final class AttentionWeightsVertex extends AttentionVertex {
  private static final long serialVersionUID = 1;

  /** What is added to a masked key's score; e to its power is exactly 0. */
  private static final double FAR = 1e9;

  private final Masks masks;
  private transient INDArray weights; // [b, tq, tk], of the last forward pass

  /** Numbers of the graph inputs whose masks hold. */
  record Masks(int keys, int queries) {}

  AttentionWeightsVertex(VertexPlace place, Masks masks) {
    super(place);
    this.masks = masks;
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray scores = scores(); // [b, tq, tk]
    if (!isTraining() && Floats.areIn(scores)) {
      return BatchProduct.turned(answered(scores, workspaces));
    }
    weights =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS, scores.dataType(), scores.shape(), 'c');
    weights.assign(scores);
    Optional<INDArray> mask = // [b, tk]
        inputMask(masks.keys()).filter(given -> !StepMask.of(given).isFull());
    if (mask.isPresent()) {
      INDArray counts = mask.get().castTo(weights.dataType());
      broadcast(new BroadcastAddOp(weights, counts.sub(1).muli(FAR), weights, 0, 2));
      softmax(weights);
      broadcast(new BroadcastMulOp(weights, counts, weights, 0, 2)); // of no key at all: 0
    } else {
      softmax(weights);
    }
    return BatchProduct.turned(weights);
  }

  /** ND4J knows addresses alone: an operation that was collected took its dimensions with it. */
  private static void broadcast(BroadcastOp operation) {
    Nd4j.getExecutioner().exec(operation);
    Reference.reachabilityFence(operation);
  }

  private INDArray answered(INDArray scores, LayerWorkspaceMgr workspaces) {
    INDArray answer = // [b, tq, tk]
        TimeMajor.create(workspaces, ArrayType.ACTIVATIONS, scores.dataType(), scores.shape());
    float[] numbers = numbers(scores);
    AttentionPasses.softmax(numbers, keyMask(scores.size(0), scores.size(2)));
    Floats.write(numbers, answer);
    return answer;
  }

  /** Which keys count of the batch that is being read. */
  StepMask keyMask(long batch, long keys) {
    return inputMask(masks.keys(), batch, keys);
  }

  /** In C order. Rows of scores lie query after query, key after key. */
  private float[] numbers(INDArray scores) {
    if (inputs[0].rank() == 3) {
      return Floats.read(scores);
    }
    float[] rows = Floats.read(inputs[0]); // [tq tk b, 1]
    float[] ordered = new float[rows.length];
    int batch = (int) scores.size(0);
    int pairs = rows.length / batch;
    for (int i = 0; i < rows.length; i++) {
      ordered[i % batch * pairs + i / batch] = rows[i];
    }
    return ordered;
  }

  /** A view {@code [b, tq, tk]}. */
  private INDArray scores() {
    if (inputs[0].rank() == 3) {
      return BatchProduct.turned(inputs[0]);
    }
    long batch = inputs[1].size(0);
    long keys = inputs[1].size(2);
    return inputs[0]
        .reshape('c', inputs[0].length() / (batch * keys), keys, batch)
        .permute(2, 0, 1);
  }

  private static void softmax(INDArray scores) {
    Nd4j.exec((CustomOp) new SoftMax(scores, scores, 2));
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray entering = BatchProduct.turned(epsilon); // [b, tq, tk]
    INDArray mean = entering.mul(weights).sum(true, 2); // [b, tq, 1]
    INDArray slopes = // [b, tq, tk]
        entering.sub(mean).muli(weights);
    boolean rows = inputs[0].rank() == 2;
    INDArray ordered = rows ? slopes.permute(1, 2, 0) : BatchProduct.turned(slopes);
    INDArray scores = workspaces.dup(ArrayType.ACTIVATION_GRAD, ordered, 'c');
    INDArray keys = // [b, n, tk], zeros
        workspaces.create(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), inputs[1].shape(), 'c');
    return new INDArray[] {rows ? scores.reshape('c', scores.length(), 1) : scores, keys};
  }

  @Override
  public OptionalInt maskAtStep() {
    return masks.keys() == VertexPlace.NO_MASK ? OptionalInt.empty() : OptionalInt.of(masks.keys());
  }

  /** The mask of the queries, which rows of scores have lost. */
  @Override
  protected Optional<INDArray> outputMask(INDArray[] inputMasks) {
    return inputMask(masks.queries());
  }
}
