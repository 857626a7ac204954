package org.unroll.core;

/** Rounds to single precision, and back without a change. */
public final class SinglePrecision {
  private SinglePrecision() {}

  public static float[] of(double[] numbers) {
    float[] rounded = new float[numbers.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) numbers[i];
    }
    return rounded;
  }

  public static double[] widened(float[] numbers) {
    double[] widened = new double[numbers.length];
    for (int i = 0; i < widened.length; i++) {
      widened[i] = numbers[i];
    }
    return widened;
  }
}
