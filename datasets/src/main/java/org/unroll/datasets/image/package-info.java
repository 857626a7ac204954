/**
 * Pictures: from files to bytes of one size, from bytes to the floats of a batch, changed by chance
 * for training.
 *
 * <p>Files are decoded by OpenCV, which lies under DataVec's {@code NativeImageLoader} too and
 * comes with it, not by the loader itself: that gives an array of floats, four times as large as
 * the bytes, drops transparency without a word, returns what is left of a JPEG cut off, and knows
 * no limit. Chance is not left to DataVec's {@code ImageTransform} either: it draws from one
 * generator in the order of the calls, where a resumed run and a run with other threads must see
 * the same picture in the same epoch.
 */
package org.unroll.datasets.image;
