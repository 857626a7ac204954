package org.unroll.datasets.lab;

/** What a program is made of. */
public enum Operation {
  /** A number more. */
  ADD,
  /** A number less, or so much less than a number. */
  SUBTRACT,
  /** Times a small number. */
  MULTIPLY,
  /** One value or another, as a comparison has it. */
  CHOOSE,
  /** So many times a number more or less. */
  LOOP
}
