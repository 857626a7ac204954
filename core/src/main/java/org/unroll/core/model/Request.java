package org.unroll.core.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.unroll.core.app.Pieces;

/**
 * What somebody waits to be told. Thread-safe, but for its pieces.
 *
 * @param pieces told those of its answers that come piece by piece; empty if nobody listens
 * @param answers one for each input, in their order; cancelled by whoever wants them no longer
 */
record Request<I, O>(
    List<I> inputs, Optional<Retelling> pieces, CompletableFuture<List<O>> answers) {
  Request(List<I> inputs, Pieces listener) {
    this(
        List.copyOf(inputs),
        Optional.of(listener)
            .filter(each -> each != Pieces.NONE)
            .map(each -> new Retelling(each, inputs.size())),
        new CompletableFuture<>());
  }

  int size() {
    return inputs.size();
  }
}
