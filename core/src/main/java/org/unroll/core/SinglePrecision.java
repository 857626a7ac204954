package org.unroll.core;

/** Rounds to single precision. */
public final class SinglePrecision {
  private SinglePrecision() {}

  public static float[] of(double[] numbers) {
    float[] rounded = new float[numbers.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) numbers[i];
    }
    return rounded;
  }
}
