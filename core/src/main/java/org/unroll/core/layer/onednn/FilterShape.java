package org.unroll.core.layer.onednn;

/**
 * What oneDNN has to know of a convolution over pictures {@code [pictures, channels, h, w]} with
 * weights {@code [down, across, channels / groups, filters]}.
 *
 * @param groups parts of the channels, each with its share of the filters
 * @param apart in memory from a weight to that of the same filter and the next channel; the number
 *     of filters, or more if the weights are a part of others
 * @param threads that it may use
 */
record FilterShape(
    FilterSides sides,
    int pictures,
    int channels,
    int filters,
    int groups,
    boolean bias,
    long apart,
    int threads) {}
