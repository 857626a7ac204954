package org.unroll.core.model;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What somebody waits to be told. Thread-safe.
 *
 * @param answers one for each input, in their order; cancelled by whoever wants them no longer
 */
record Request<I, O>(List<I> inputs, CompletableFuture<List<O>> answers) {
  Request(List<I> inputs) {
    this(List.copyOf(inputs), new CompletableFuture<>());
  }

  int size() {
    return inputs.size();
  }
}
