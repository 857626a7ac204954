package org.unroll.core.data;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Inputs with a vector each beside, {@code [batch, n]}: one more input of the net, after theirs.
 * Immutable and thread-safe.
 *
 * @param vectors one for each input, as long as the others; not to be changed
 */
public record EncodedBeside(Encoded inputs, float[][] vectors) implements Encoded {
  @Override
  public int[] lengths() {
    return inputs.lengths();
  }

  @Override
  public Encoded inEpoch(int epoch) {
    return new EncodedBeside(inputs.inEpoch(epoch), vectors);
  }

  @Override
  public MultiDataSet arrays(int[] examples, INDArray labels) {
    MultiDataSet batch = inputs.arrays(examples, labels);
    float[][] taken = new float[examples.length][];
    Arrays.setAll(taken, i -> vectors[examples[i]]);
    batch.setFeatures(with(batch.getFeatures(), Nd4j.createFromArray(taken)));
    batch.setFeaturesMaskArrays(with(batch.getFeaturesMaskArrays(), null)); // all of it counts
    return batch;
  }

  private static INDArray[] with(INDArray[] arrays, INDArray last) {
    INDArray[] more = Arrays.copyOf(arrays, arrays.length + 1);
    more[arrays.length] = last;
    return more;
  }
}
