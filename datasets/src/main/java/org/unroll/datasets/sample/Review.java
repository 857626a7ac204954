package org.unroll.datasets.sample;

import java.util.List;

/**
 * A generated review.
 *
 * @param positive the verdict
 * @param frames pairs of constructions that meet in its sentences; a pair of a test review never
 *     occurs in a training review
 */
record Review(String text, boolean positive, List<String> frames) {}
