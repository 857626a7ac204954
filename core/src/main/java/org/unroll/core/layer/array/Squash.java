package org.unroll.core.layer.array;

/**
 * The hyperbolic tangent and the logistic function in single precision, as Java's compiler turns
 * into vector instructions; {@code Math.tanh} takes forty times as long. The tangent is an odd
 * rational function fitted to the least greatest relative error on -9 to 9 (2e-8; 4e-7 with what
 * single precision rounds away), and ±1 beyond. NaN stays NaN.
 */
public final class Squash {
  private static final float END = 9;

  // of x to the powers 3, 5, 7, 9, and below the line 2, 4, 6, 8; the first of both is 1
  private static final float UP_3 = 0.133810207f;
  private static final float UP_5 = 0.00349558308f;
  private static final float UP_7 = 2.06090008e-5f;
  private static final float UP_9 = 1.33545521e-8f;
  private static final float DOWN_2 = 0.467143357f;
  private static final float DOWN_4 = 0.0258769635f;
  private static final float DOWN_6 = 0.000328562659f;
  private static final float DOWN_8 = 7.77651280e-7f;

  private Squash() {}

  /** Of the first numbers, in their place. */
  public static void tanh(float[] numbers, int length) {
    for (int i = 0; i < length; i++) {
      numbers[i] = tanh(numbers[i]);
    }
  }

  /** 1 / (1 + e^-x) of the first numbers, in their place. */
  public static void sigmoid(float[] numbers, int length) {
    for (int i = 0; i < length; i++) {
      numbers[i] = 0.5f + 0.5f * tanh(0.5f * numbers[i]);
    }
  }

  private static float tanh(float number) {
    float x = Math.max(-END, Math.min(END, number));
    float y = x * x;
    float up = x * (1 + y * (UP_3 + y * (UP_5 + y * (UP_7 + y * UP_9))));
    float down = 1 + y * (DOWN_2 + y * (DOWN_4 + y * (DOWN_6 + y * DOWN_8)));
    return Math.max(-1, Math.min(1, up / down));
  }
}
