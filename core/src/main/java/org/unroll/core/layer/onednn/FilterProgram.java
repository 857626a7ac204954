package org.unroll.core.layer.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;

import java.util.Optional;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.Pointer;

/**
 * oneDNN's primitives for a convolution of one shape: the forward pass, and when they are first
 * asked for the gradient by the weights, and that by the pictures. Owned by one thread.
 */
final class FilterProgram implements AutoCloseable {
  private final FilterShape shape;
  private final Library library;
  private final NativeObjects objects = new NativeObjects();
  private final FilterArrays ours;
  private final FilterArrays any;
  private final primitive_attr attributes = objects.own(new primitive_attr());
  private final convolution_forward.primitive_desc descriptor;
  private final OrderedPrimitive forward;
  private Optional<OrderedPrimitive> byWeights = Optional.empty();
  private Optional<OrderedPrimitive> byInput = Optional.empty();

  FilterProgram(FilterShape shape, Library library) {
    this.shape = shape;
    this.library = library;
    this.ours = FilterArrays.ours(shape, objects);
    this.any = FilterArrays.any(shape, objects);
    attributes.set_scratchpad_mode(dnnl_scratchpad_mode_user);
    this.descriptor = descriptor();
    this.forward = forward();
  }

  private convolution_forward.primitive_desc descriptor() {
    FilterSides sides = shape.sides();
    convolution_forward.desc wanted =
        new convolution_forward.desc(
            dnnl_forward_training,
            dnnl_convolution_direct,
            any.input(),
            any.weights(),
            bias(),
            any.output(),
            sides.strides(),
            sides.dilations(),
            sides.before(),
            sides.behind());
    return objects.own(
        new convolution_forward.primitive_desc(objects.own(wanted), attributes, library.engine()));
  }

  /** Or an empty description. */
  private memory.desc bias() {
    return shape.bias() ? any.bias() : objects.own(new memory.desc());
  }

  private OrderedPrimitive forward() {
    OrderedPrimitive made =
        new OrderedPrimitive(new convolution_forward(descriptor), descriptor, library, objects);
    made.reads(DNNL_ARG_SRC, ours.input(), objects.own(descriptor.src_desc()), Library.Room.INPUT);
    made.reads(
        DNNL_ARG_WEIGHTS,
        ours.weights(),
        objects.own(descriptor.weights_desc()),
        Library.Room.WEIGHTS);
    if (shape.bias()) {
      made.reads(DNNL_ARG_BIAS, ours.bias(), ours.bias(), Library.Room.BIAS);
    }
    made.writes(
        DNNL_ARG_DST, ours.output(), objects.own(descriptor.dst_desc()), Library.Room.OUTPUT);
    return made;
  }

  /**
   * @param output overwritten
   */
  void forward(Pointer input, Pointer weights, Optional<Pointer> bias, Pointer output) {
    forward.bind(DNNL_ARG_SRC, input);
    forward.bind(DNNL_ARG_WEIGHTS, weights);
    bias.ifPresent(each -> forward.bind(DNNL_ARG_BIAS, each));
    forward.bind(DNNL_ARG_DST, output);
    forward.run();
  }

  /**
   * @param delta gradient by the output
   * @param weights gradient, to which is added, as to that of the bias
   */
  void addWeightGradient(Pointer input, Pointer delta, Pointer weights, Optional<Pointer> bias) {
    if (byWeights.isEmpty()) {
      byWeights = Optional.of(byWeights());
    }
    OrderedPrimitive made = byWeights.get();
    made.bind(DNNL_ARG_SRC, input);
    made.bind(DNNL_ARG_DIFF_DST, delta);
    made.bind(DNNL_ARG_DIFF_WEIGHTS, weights);
    bias.ifPresent(each -> made.bind(DNNL_ARG_DIFF_BIAS, each));
    made.run();
  }

  private OrderedPrimitive byWeights() {
    FilterSides sides = shape.sides();
    convolution_backward_weights.desc wanted =
        new convolution_backward_weights.desc(
            dnnl_convolution_direct,
            any.input(),
            any.weights(),
            bias(),
            any.output(),
            sides.strides(),
            sides.dilations(),
            sides.before(),
            sides.behind());
    convolution_backward_weights.primitive_desc found =
        objects.own(
            new convolution_backward_weights.primitive_desc(
                objects.own(wanted), attributes, library.engine(), descriptor));
    OrderedPrimitive made =
        new OrderedPrimitive(new convolution_backward_weights(found), found, library, objects);
    made.reads(DNNL_ARG_SRC, ours.input(), objects.own(found.src_desc()), Library.Room.INPUT);
    made.reads(
        DNNL_ARG_DIFF_DST, ours.output(), objects.own(found.diff_dst_desc()), Library.Room.OUTPUT);
    made.adds(
        DNNL_ARG_DIFF_WEIGHTS,
        ours.weights(),
        objects.own(found.diff_weights_desc()),
        Library.Room.WEIGHTS);
    if (shape.bias()) {
      made.adds(DNNL_ARG_DIFF_BIAS, ours.bias(), ours.bias(), Library.Room.BIAS);
    }
    return made;
  }

  /**
   * @param delta gradient by the output
   * @param input gradient, overwritten
   */
  void inputGradient(Pointer delta, Pointer weights, Pointer input) {
    if (byInput.isEmpty()) {
      byInput = Optional.of(byInput());
    }
    OrderedPrimitive made = byInput.get();
    made.bind(DNNL_ARG_DIFF_DST, delta);
    made.bind(DNNL_ARG_WEIGHTS, weights);
    made.bind(DNNL_ARG_DIFF_SRC, input);
    made.run();
  }

  private OrderedPrimitive byInput() {
    FilterSides sides = shape.sides();
    convolution_backward_data.desc wanted =
        new convolution_backward_data.desc(
            dnnl_convolution_direct,
            any.input(),
            any.weights(),
            any.output(),
            sides.strides(),
            sides.dilations(),
            sides.before(),
            sides.behind());
    convolution_backward_data.primitive_desc found =
        objects.own(
            new convolution_backward_data.primitive_desc(
                objects.own(wanted), attributes, library.engine(), descriptor));
    OrderedPrimitive made =
        new OrderedPrimitive(new convolution_backward_data(found), found, library, objects);
    made.reads(
        DNNL_ARG_DIFF_DST, ours.output(), objects.own(found.diff_dst_desc()), Library.Room.OUTPUT);
    made.reads(
        DNNL_ARG_WEIGHTS, ours.weights(), objects.own(found.weights_desc()), Library.Room.WEIGHTS);
    made.writes(
        DNNL_ARG_DIFF_SRC, ours.input(), objects.own(found.diff_src_desc()), Library.Room.INPUT);
    return made;
  }

  @Override
  public void close() {
    objects.close();
  }
}
