package org.unroll.core.config;

/** Where the net runs. */
public enum Device {
  /** Whichever backend was built in. */
  AUTO,
  CPU,
  CUDA
}
