package org.unroll.core.harness;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;

/** Batches with other values in some steps. */
final class Garbage {
  private Garbage() {}

  /** In the steps that nothing may depend on. */
  static MultiDataSet inMaskedSteps(
      org.nd4j.linalg.dataset.api.MultiDataSet batch, GraphPorts ports) {
    return where(0, batch, ports);
  }

  /** In all the others. */
  static MultiDataSet inUnmaskedSteps(
      org.nd4j.linalg.dataset.api.MultiDataSet batch, GraphPorts ports) {
    return where(1, batch, ports);
  }

  private static MultiDataSet where(
      int value, org.nd4j.linalg.dataset.api.MultiDataSet batch, GraphPorts ports) {
    List<Shape> shapes = new ArrayList<>(ports.inputs().values());
    INDArray[] features = new INDArray[batch.numFeatureArrays()];
    for (int i = 0; i < features.length; i++) {
      features[i] = batch.getFeatures(i).dup();
      INDArray mask = batch.getFeaturesMaskArray(i); // [batch, time]
      if (mask != null) {
        spoil(features[i], mask.eq(value), shapes.get(i));
      }
    }
    return new MultiDataSet(
        features,
        labels(value, batch, ports),
        batch.getFeaturesMaskArrays(),
        batch.getLabelsMaskArrays());
  }

  /** Frames may have no label where they have features. */
  private static INDArray[] labels(
      int value, org.nd4j.linalg.dataset.api.MultiDataSet batch, GraphPorts ports) {
    INDArray[] labels = batch.getLabels().clone();
    INDArray mask = batch.getLabelsMaskArray(0); // [batch, time]
    if (value == 0 && mask != null && labels[0].rank() == 3) {
      labels[0] = labels[0].dup();
      spoil(labels[0], mask.eq(0), new Shape.Tokens(Math.max(2, ports.outputSize())));
    }
    return labels;
  }

  private static void spoil(INDArray features, INDArray where, Shape shape) {
    for (int b = 0; b < where.size(0); b++) {
      for (int t = 0; t < where.size(1); t++) {
        if (where.getDouble(b, t) != 0) {
          spoil(features, b, t, shape);
        }
      }
    }
  }

  private static void spoil(INDArray features, int b, int t, Shape shape) {
    if (features.rank() == 2) { // token numbers, [batch, time]
      features.putScalar(b, t, (features.getInt(b, t) + 1) % shape.size());
      return;
    }
    for (int n = 0; n < features.size(1); n++) { // [batch, size, time]
      boolean token = shape instanceof Shape.Tokens;
      double value = features.getDouble(b, n, t);
      features.putScalar(b, n, t, token ? (value + 1) % shape.size() : 50 + n - 13 * t);
    }
  }
}
