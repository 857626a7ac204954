package org.unroll.apps.bench;

import java.util.List;

/**
 * A way to keep some threads busy with one network of ours.
 *
 * @param splits parts of a batch that are stepped on at once
 * @param each threads of native code for each
 */
record Way(int splits, int each) {

  /** Those that are compared; the fastest counts. */
  static List<Way> of(LayerCase layers, int threads) {
    return List.of(new Way(1, threads));
  }

  /** {@code 1x2}: one part with two threads. */
  String name() {
    return splits + "x" + each;
  }
}
