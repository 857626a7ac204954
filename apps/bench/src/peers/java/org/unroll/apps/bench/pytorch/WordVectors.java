package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * PyTorch's {@code embedding} with dense gradients, its default: {@code [b, t]} to {@code [b, t,
 * size]}.
 */
final class WordVectors extends AbstractBlock {
  private final int size;
  private final Parameter vectors;

  WordVectors(int words, int size) {
    this.size = size;
    this.vectors =
        addParameter(
            Parameter.builder()
                .setName("vectors")
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(words, size))
                .build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    NDArray words = inputs.singletonOrThrow();
    NDArray weights = store.getValue(vectors, words.getDevice(), training);
    return words.getNDArrayInternal().embedding(words, weights, SparseFormat.DENSE);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {inputs[0].add(size)};
  }
}
