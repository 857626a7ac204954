package org.unroll.core.graph;

import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;

/** A seeded batch of right-padded random examples that fits a tiny graph. Double precision. */
record TinyBatch(
    INDArray[] inputs,
    INDArray[] masks,
    int[][] lengths,
    INDArray[] labels,
    INDArray[] labelMasks) {
  private static final int[] LENGTHS = {5, 2, 4, 1};

  /** Each sequence input has its own lengths. */
  static TinyBatch of(GraphPorts ports, ComputationGraph graph, boolean perStep, String maskInput) {
    Random random = new Random(3);
    int n = ports.inputs().size();
    TinyBatch batch =
        new TinyBatch(
            new INDArray[n], new INDArray[n], new int[n][], new INDArray[1], new INDArray[1]);
    int i = 0;
    for (Shape shape : ports.inputs().values()) {
      batch.lengths[i] = LENGTHS.clone();
      if (i > 0) {
        batch.lengths[i] = new int[] {2, 3, 1, 3};
      }
      batch.fill(i, shape, random);
      i++;
    }
    int governor = graph.getConfiguration().getNetworkInputs().indexOf(maskInput);
    batch.label(ports.outputSize(), perStep ? batch.masks[governor] : null, random);
    return batch;
  }

  private void fill(int input, Shape shape, Random random) {
    int examples = lengths[input].length;
    int time = Arrays.stream(lengths[input]).max().orElseThrow();
    if (!shape.hasSteps()) {
      lengths[input] = new int[0];
      inputs[input] =
          shape instanceof Shape.Picture picture
              ? normal(random, examples, picture.channels(), picture.height(), picture.width())
              : normal(random, examples, shape.size());
      return;
    }
    INDArray mask = Nd4j.zeros(DataType.DOUBLE, examples, time); // [b, t]
    for (int b = 0; b < examples; b++) {
      for (int t = 0; t < lengths[input][b]; t++) {
        mask.putScalar(b, t, 1);
      }
    }
    masks[input] = mask;
    if (!shape.isWords()) {
      inputs[input] = normal(random, examples, shape.size(), time);
      return;
    }
    inputs[input] = Nd4j.zeros(DataType.DOUBLE, examples, time); // [b, t]
    for (int b = 0; b < examples; b++) {
      for (int t = 0; t < time; t++) {
        inputs[input].putScalar(b, t, random.nextInt(shape.size()));
      }
    }
  }

  private void label(int classes, INDArray mask, Random random) {
    int examples = (int) inputs[0].size(0);
    int time = mask == null ? 1 : (int) mask.size(1);
    INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, examples, classes, time); // [b, classes, t]
    for (int b = 0; b < examples; b++) {
      for (int t = 0; t < time; t++) {
        oneHot.putScalar(b, random.nextInt(classes), t, 1);
      }
    }
    labels[0] = mask == null ? oneHot.reshape(examples, classes) : oneHot;
    labelMasks[0] = mask;
  }

  private static INDArray normal(Random random, long... shape) {
    INDArray array = Nd4j.zeros(DataType.DOUBLE, shape);
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, random.nextGaussian());
    }
    return array;
  }

  int examples() {
    return (int) inputs[0].size(0);
  }

  /** Example b by itself, cut to its length, without any mask. */
  TinyBatch alone(int b) {
    INDArray[] cut = new INDArray[inputs.length];
    for (int i = 0; i < cut.length; i++) {
      cut[i] = cut(inputs[i], b, masks[i] == null ? -1 : lengths[i][b]);
    }
    int steps = labels[0].rank() == 3 ? labelMasks[0].getRow(b).sumNumber().intValue() : -1;
    return new TinyBatch(
        cut,
        new INDArray[cut.length],
        lengths,
        new INDArray[] {cut(labels[0], b, steps)},
        new INDArray[1]);
  }

  /** Examples from one to before another, padded as they are. */
  TinyBatch part(int from, int to) {
    return new TinyBatch(
        part(inputs, from, to),
        part(masks, from, to),
        lengths,
        part(labels, from, to),
        part(labelMasks, from, to));
  }

  private static INDArray[] part(INDArray[] arrays, int from, int to) {
    INDArray[] part = new INDArray[arrays.length];
    for (int i = 0; i < part.length; i++) {
      part[i] = arrays[i] == null ? null : arrays[i].get(NDArrayIndex.interval(from, to)).dup('c');
    }
    return part;
  }

  /** The same batch with a mask of ones for each sequence, and for labels per step. */
  TinyBatch withFullMasks() {
    INDArray[] ones = new INDArray[inputs.length];
    for (int i = 0; i < ones.length; i++) {
      if (lengths[i].length > 0) {
        long time = inputs[i].size(inputs[i].rank() - 1);
        ones[i] = Nd4j.ones(DataType.DOUBLE, inputs[i].size(0), time); // [b, t]
      }
    }
    INDArray label =
        labels[0].rank() == 3
            ? Nd4j.ones(DataType.DOUBLE, labels[0].size(0), labels[0].size(2))
            : null;
    return new TinyBatch(inputs, ones, lengths, labels, new INDArray[] {label});
  }

  /** The same batch with class numbers in place of one-hot labels. */
  TinyBatch withClassNumbers() {
    INDArray numbers = labels[0].argMax(1).castTo(DataType.DOUBLE); // [b] or [b, t]
    long[] shape = labels[0].shape().clone();
    shape[1] = 1;
    INDArray[] labelled = {numbers.reshape('c', shape)};
    return new TinyBatch(inputs, masks, lengths, labelled, labelMasks);
  }

  /** The same batch in single precision. */
  TinyBatch inFloats() {
    return new TinyBatch(
        floats(inputs), floats(masks), lengths, floats(labels), floats(labelMasks));
  }

  private static INDArray[] floats(INDArray[] arrays) {
    INDArray[] floats = new INDArray[arrays.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = arrays[i] == null ? null : arrays[i].castTo(DataType.FLOAT);
    }
    return floats;
  }

  private static INDArray cut(INDArray array, int b, int steps) {
    INDArray example = array.get(NDArrayIndex.interval(b, b + 1)).dup();
    if (steps < 0) {
      return example;
    }
    return example.rank() == 2
        ? example.get(NDArrayIndex.all(), NDArrayIndex.interval(0, steps)).dup()
        : example
            .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, steps))
            .dup();
  }

  /** The same batch with other values in all masked steps. */
  TinyBatch withGarbage() {
    INDArray[] spoilt = new INDArray[inputs.length];
    for (int i = 0; i < spoilt.length; i++) {
      spoilt[i] = inputs[i].dup();
      for (int b = 0; masks[i] != null && b < examples(); b++) {
        for (int t = lengths[i][b]; t < masks[i].size(1); t++) {
          spoil(spoilt[i], b, t);
        }
      }
    }
    return new TinyBatch(spoilt, masks, lengths, labels, labelMasks);
  }

  private static void spoil(INDArray array, int b, int t) {
    if (array.rank() == 2) {
      array.putScalar(b, t, (array.getInt(b, t) + 3) % TinyGraphs.WORDS);
      return;
    }
    for (int n = 0; n < array.size(1); n++) {
      array.putScalar(b, n, t, 50 + n - 13 * t);
    }
  }

  INDArray output(ComputationGraph graph) {
    return graph.output(false, inputs, masks)[0];
  }

  /** The sum over the examples. */
  INDArray gradient(ComputationGraph graph) {
    score(graph);
    return graph.gradient().gradient().dup();
  }

  /** The mean over the examples of the sum over the steps. */
  double score(ComputationGraph graph) {
    graph.setInputs(inputs);
    graph.setLabels(labels);
    graph.setLayerMaskArrays(masks, labelMasks);
    graph.computeGradientAndScore();
    return graph.score();
  }

  MultiDataSet data() {
    return new MultiDataSet(inputs, labels, masks, labelMasks);
  }
}
