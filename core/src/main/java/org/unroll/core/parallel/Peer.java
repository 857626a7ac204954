package org.unroll.core.parallel;

import java.util.Optional;

/** Another process of a group, as the first sees it. To be used by one thread. */
public final class Peer {
  private final Wire wire;
  private Optional<Object> told = Optional.empty();

  Peer(Wire wire) {
    this.wire = wire;
  }

  public Wire wire() {
    return wire;
  }

  /** Whether it was told of this very object last. */
  public boolean knows(Object something) {
    return told.isPresent() && told.get() == something;
  }

  /** It has been told, and of nothing else any more. */
  public void knowsNow(Object something) {
    told = Optional.of(something);
  }
}
