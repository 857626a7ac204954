package org.unroll.core.layer.image;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's convolution and its gradients, which know nothing of groups: one call if there are none,
 * or as many as channels, else one for each. Weights are those of {@link Dilation#filled}.
 */
record GroupedFilters(
    Operation forward, Operation backward, int channels, int groups, boolean perChannel) {

  /**
   * What a backward pass is given.
   *
   * @param pictures that were read, {@code [f, c, h, w]}
   * @param delta gradient by the output, {@code [f, filters, h', w']}
   */
  record Seen(INDArray pictures, INDArray delta) {}

  static GroupedFilters of(ConvolutionShape shape) {
    int channels = shape.size().channels();
    Window window = shape.window().filled();
    boolean perChannel = shape.groups() > 1 && shape.groups() == channels;
    String name = perChannel ? "depthwise_conv2d" : "conv2d";
    return new GroupedFilters(
        Operation.convolution(name, window, shape.size()),
        Operation.convolution(name + "_bp", window, shape.size()),
        channels,
        shape.groups(),
        perChannel);
  }

  private boolean inOneCall() {
    return groups == 1 || perChannel;
  }

  /** {@code [down, across, c / groups, filters]} as the operation wants them. */
  private INDArray asked(INDArray weights) {
    return perChannel
        ? weights.reshape(
            'c', weights.size(0), weights.size(1), channels, weights.size(3) / channels)
        : weights;
  }

  /**
   * @param result {@code [f, filters, h', w']}, overwritten
   */
  void apply(INDArray pictures, INDArray weights, Optional<INDArray> bias, INDArray result) {
    if (inOneCall()) {
      List<INDArray> inputs = new ArrayList<>(List.of(pictures, asked(weights)));
      bias.ifPresent(each -> inputs.add(each.reshape(each.length())));
      forward.run(inputs, List.of(result));
      return;
    }
    for (int group = 0; group < groups; group++) {
      INDArray part = channelsOf(result, group); // a view
      INDArray dense = Nd4j.createUninitialized(part.dataType(), part.shape());
      List<INDArray> inputs =
          new ArrayList<>(List.of(channelsOf(pictures, group).dup('c'), filtersOf(weights, group)));
      int number = group;
      bias.ifPresent(each -> inputs.add(columnsOf(each, number).dup('c').reshape(part.size(1))));
      forward.run(inputs, List.of(dense));
      part.assign(dense);
    }
  }

  /**
   * @param gradient of the weights, overwritten
   * @param below gradient by the pictures, overwritten
   */
  void differentiate(Seen seen, INDArray weights, INDArray gradient, INDArray below) {
    if (inOneCall()) {
      backward.run(
          List.of(seen.pictures(), asked(weights), seen.delta()), List.of(below, asked(gradient)));
      return;
    }
    for (int group = 0; group < groups; group++) {
      INDArray pictures = channelsOf(seen.pictures(), group).dup('c');
      INDArray filters = filtersOf(weights, group);
      INDArray delta = channelsOf(seen.delta(), group).dup('c');
      INDArray belowPart = Nd4j.createUninitialized(pictures.dataType(), pictures.shape());
      INDArray gradientPart = Nd4j.createUninitialized(filters.dataType(), filters.shape());
      backward.run(List.of(pictures, filters, delta), List.of(belowPart, gradientPart));
      channelsOf(below, group).assign(belowPart);
      columnsOf(gradient, group).assign(gradientPart);
    }
  }

  private INDArray filtersOf(INDArray weights, int group) {
    return columnsOf(weights, group).dup('c');
  }

  private INDArray channelsOf(INDArray pictures, int group) {
    long size = pictures.size(1) / groups;
    return pictures.get(all(), interval(group * size, (group + 1) * size), all(), all());
  }

  /** Of weights or a bias: those of a group's filters, a view. */
  private INDArray columnsOf(INDArray array, int group) {
    long size = array.size(-1) / groups;
    return array.rank() == 2
        ? array.get(all(), interval(group * size, (group + 1) * size))
        : array.get(all(), all(), all(), interval(group * size, (group + 1) * size));
  }
}
