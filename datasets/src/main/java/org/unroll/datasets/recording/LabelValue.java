package org.unroll.datasets.recording;

/**
 * What a row of a table says of a frame: a class, or numbers.
 *
 * @param name {@link FrameLabels#NONE} if there is none, or it is numbers
 * @param numbers of the targets, NaN where there is none; empty if it is a class
 */
record LabelValue(String name, double[] numbers) {
  static LabelValue ofClass(String name) {
    return new LabelValue(name, new double[0]);
  }
}
