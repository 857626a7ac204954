package org.unroll.core.engine;

/** A step whose loss or gradient is not a finite number; it changed no weight. */
public final class Diverged extends RuntimeException {
  Diverged(String what) {
    super(what);
  }
}
