package org.unroll.core.layer.image;

/**
 * What a convolution reads and how.
 *
 * @param size of what is read
 * @param groups parts of the channels, each with its share of the filters
 */
record ConvolutionShape(PictureSize size, Window window, int filters, int groups) {
  PictureSize outputSize() {
    return window.output(size, filters);
  }
}
