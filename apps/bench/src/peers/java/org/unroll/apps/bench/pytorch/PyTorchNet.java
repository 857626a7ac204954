package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.List;
import org.unroll.apps.bench.AttentionCase;
import org.unroll.apps.bench.LayerCase;
import org.unroll.apps.bench.PictureCase;
import org.unroll.apps.bench.StackCase;
import org.unroll.apps.bench.TextCase;

/** A {@link LayerCase} in PyTorch. */
interface PyTorchNet {
  static PyTorchNet of(LayerCase layers) {
    if (layers instanceof StackCase stack) {
      return new StackNet(stack);
    }
    if (layers instanceof PictureCase pictures) {
      return new PictureNet(pictures);
    }
    return layers instanceof TextCase text
        ? new TextNet(text)
        : new AttentionNet((AttentionCase) layers);
  }

  /** From a batch's features to scores, {@code [.., classes]}; not yet initialised. */
  Block block();

  /** Shapes of what the block reads; of sequences whose lengths vary, those of one batch. */
  Shape[] inputs();

  List<PyTorchBatch> batches(NDManager manager);
}
