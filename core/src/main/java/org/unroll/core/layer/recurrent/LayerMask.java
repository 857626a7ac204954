package org.unroll.core.layer.recurrent;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.StepMask;

/** The mask that DL4J gave a layer, looked at once a batch. Owned by the graph's thread. */
final class LayerMask {
  private Optional<INDArray> given = Optional.empty(); // [b, t]
  private Optional<StepMask> known = Optional.empty();

  void set(Optional<INDArray> mask) {
    given = mask;
    known = Optional.empty();
  }

  /**
   * @param steps {@code [t, b, n]}
   * @param layer for the message if the mask is of another size
   */
  StepMask of(INDArray steps, String layer) {
    int time = (int) steps.size(0);
    int batch = (int) steps.size(1);
    if (known.isEmpty() || !fits(known.get(), batch, time)) {
      known = Optional.of(StepMask.of(given, batch, time));
    }
    StepMask mask = known.get();
    if (!fits(mask, batch, time)) {
      throw new IllegalStateException(
          "%s: a mask of %d sequences and %d steps for an input of %d and %d"
              .formatted(layer, mask.batch(), mask.time(), batch, time));
    }
    return mask;
  }

  private static boolean fits(StepMask mask, int batch, int time) {
    return mask.batch() == batch && mask.time() == time;
  }
}
