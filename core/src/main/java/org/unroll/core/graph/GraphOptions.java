package org.unroll.core.graph;

import java.util.OptionalInt;
import org.nd4j.linalg.api.buffer.DataType;
import org.unroll.core.config.UpdaterConfig;

/**
 * What the graph needs to know of the run.
 *
 * @param seed of the weights and of dropout
 * @param tbptt steps of truncated back-propagation through time, or empty for whole sequences
 * @param dataType of parameters and activations; double is for gradient checks
 */
public record GraphOptions(long seed, UpdaterConfig updater, OptionalInt tbptt, DataType dataType) {

  /** Single precision, whole sequences. */
  public static GraphOptions of(long seed, UpdaterConfig updater) {
    return new GraphOptions(seed, updater, OptionalInt.empty(), DataType.FLOAT);
  }
}
