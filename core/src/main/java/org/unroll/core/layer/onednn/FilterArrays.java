package org.unroll.core.layer.onednn;

import org.bytedeco.dnnl.memory;

/**
 * oneDNN's descriptions of a convolution's arrays. Owned by a {@link NativeObjects}.
 *
 * @param input {@code [pictures, channels, h, w]}
 * @param weights {@code [down, across, channels / groups, filters]}
 * @param bias {@code [filters]}
 * @param output {@code [pictures, filters, h', w']}
 */
record FilterArrays(memory.desc input, memory.desc weights, memory.desc bias, memory.desc output) {

  /** As they lie in our memory. */
  static FilterArrays ours(FilterShape shape, NativeObjects objects) {
    memory.format_tag order = memory.format_tag.nchw;
    memory.desc weights =
        new memory.desc(weights(shape), memory.data_type.f32, weightStrides(shape));
    return of(shape, objects, order, weights);
  }

  /** In whatever order oneDNN likes best. */
  static FilterArrays any(FilterShape shape, NativeObjects objects) {
    memory.format_tag order = memory.format_tag.any;
    memory.desc weights = new memory.desc(weights(shape), memory.data_type.f32, order);
    return of(shape, objects, order, weights);
  }

  private static FilterArrays of(
      FilterShape shape, NativeObjects objects, memory.format_tag order, memory.desc weights) {
    FilterSides.Side down = shape.sides().down();
    FilterSides.Side across = shape.sides().across();
    long[] input = {shape.pictures(), shape.channels(), down.size(), across.size()};
    long[] output = {shape.pictures(), shape.filters(), down.windows(), across.windows()};
    long[] bias = {shape.filters()};
    return new FilterArrays(
        objects.own(new memory.desc(input, memory.data_type.f32, order)),
        objects.own(weights),
        objects.own(new memory.desc(bias, memory.data_type.f32, memory.format_tag.x)),
        objects.own(new memory.desc(output, memory.data_type.f32, order)));
  }

  /**
   * {@code [filters, channels, down, across]}, or with more groups than one {@code [groups, …]}.
   */
  private static long[] weights(FilterShape shape) {
    long groups = shape.groups();
    long filters = shape.filters() / groups;
    long channels = shape.channels() / groups;
    long down = shape.sides().down().kernel();
    long across = shape.sides().across().kernel();
    return groups == 1
        ? new long[] {filters, channels, down, across}
        : new long[] {groups, filters, channels, down, across};
  }

  private static long[] weightStrides(FilterShape shape) {
    long groups = shape.groups();
    long across = shape.channels() / groups * shape.apart();
    long down = shape.sides().across().kernel() * across;
    return groups == 1
        ? new long[] {1, shape.apart(), down, across}
        : new long[] {shape.filters() / groups, 1, shape.apart(), down, across};
  }
}
