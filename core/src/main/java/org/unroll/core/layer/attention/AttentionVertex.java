package org.unroll.core.layer.attention;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.StepReader;
import org.unroll.core.layer.VertexPlace;

/** A part of attention: the first input has the queries' steps, the second is read whole. */
abstract class AttentionVertex extends ParameterlessVertex implements StepReader {
  private static final long serialVersionUID = 1;

  AttentionVertex(VertexPlace place) {
    super(place);
  }

  @Override
  public INDArray atStep(int input, INDArray whole, int step) {
    return input == 0 ? whole.get(all(), all(), interval(step, step + 1)) : whole;
  }

  @Override
  public boolean isReadWhole(int input) {
    return input > 0;
  }
}
