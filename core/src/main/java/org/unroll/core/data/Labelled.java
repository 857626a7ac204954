package org.unroll.core.data;

/** An example with a class. */
public interface Labelled {
  /** The class as the data names it. */
  String label();

  /** Where it was read. */
  Origin origin();
}
