package org.unroll.core.data;

/**
 * An example with a class.
 *
 * @param <I> what a net is asked about
 */
public interface Labelled<I> {
  /** The same without its class. */
  I input();

  /** The class as the data names it. */
  String label();

  /** Where it was read. */
  Origin origin();
}
