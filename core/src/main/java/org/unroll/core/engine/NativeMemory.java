package org.unroll.core.engine;

import org.bytedeco.javacpp.Pointer;

/**
 * Keeps native memory from growing without bound. ND4J frees an array when its Java object is
 * collected, but those objects are so small that the Java heap hardly ever asks for a full
 * collection: a training left to itself was seen to take 12 GiB in 15 minutes. Not thread-safe.
 */
public final class NativeMemory {
  /** Growth that is worth a collection of some hundred milliseconds. */
  private static final long GROWTH = 256L << 20;

  private static final int STEPS_BETWEEN_LOOKS = 16;

  private long atLastCollection = Pointer.physicalBytes();
  private long steps;

  /** Bytes that this process holds in memory, whoever asked for them. */
  public static long resident() {
    return Pointer.physicalBytes();
  }

  /** To be called after every step, or batch of questions. */
  public void afterStep() {
    if (++steps % STEPS_BETWEEN_LOOKS == 0 && Pointer.physicalBytes() - atLastCollection > GROWTH) {
      System.gc();
      atLastCollection = Pointer.physicalBytes();
    }
  }
}
