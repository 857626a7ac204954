package org.unroll.core.graph.node;

import java.util.List;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.layer.image.Span;
import org.unroll.core.layer.image.Window;
import org.unroll.core.yaml.Problems;

/**
 * The keys of windows that pass over pictures, each one number or two (down and across).
 *
 * @param padding {@code same}, {@code valid} or a number
 */
record Windows(List<Integer> kernel, List<Integer> stride, List<Integer> dilation, String padding) {
  private static final String SAME = "same";
  private static final String VALID = "valid";

  /**
   * Adds what is wrong with the keys by themselves.
   *
   * @param kernelKey the key of the kernel
   */
  void check(String path, String kernelKey, Problems problems) {
    checkCount(path + "." + kernelKey, kernel, problems);
    checkCount(path + ".stride", stride, problems);
    checkCount(path + ".dilation", dilation, problems);
    if (!padding.matches("same|valid|\\d{1,4}")) {
      problems.add(
          path + ".padding",
          "expected same, valid or the number of zeros on each side, found '%s'"
              .formatted(padding));
    }
  }

  private static void checkCount(String path, List<Integer> numbers, Problems problems) {
    if (numbers.isEmpty() || numbers.size() > 2) {
      problems.add(
          path, "expected one number, or two: down and across, found %d".formatted(numbers.size()));
    }
  }

  Window window() {
    return new Window(span(0), span(1));
  }

  private Span span(int side) {
    int zeros =
        switch (padding) {
          case SAME -> Span.SAME;
          case VALID -> 0;
          default -> Integer.parseInt(padding);
        };
    return new Span(of(kernel, side), of(stride, side), of(dilation, side), zeros);
  }

  private static int of(List<Integer> numbers, int side) {
    return numbers.get(Math.min(side, numbers.size() - 1));
  }

  /**
   * What becomes of pictures.
   *
   * @throws ShapeException if they are too small
   */
  Shape.Pictures output(Shape.Pictures input, int channels) {
    Window window = window();
    return input.of(
        new PictureSize(
            channels,
            windows("high", window.down(), input.height(), input),
            windows("wide", window.across(), input.width(), input)));
  }

  private static int windows(String side, Span span, int size, Shape.Pictures input) {
    if (size == Shape.UNKNOWN) {
      return Shape.UNKNOWN;
    }
    int windows = span.windows(size);
    if (windows < 1) {
      throw new ShapeException(
          0,
          "the picture has become too small: it is %s (height x width), and what is read at once is %d %s; use a smaller kernel, padding: same or fewer poolings before"
              .formatted(input.sides(), span.reach(), side));
    }
    return windows;
  }
}
