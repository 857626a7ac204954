package org.unroll.core.model;

import java.time.Duration;

/**
 * How requests to one net share its batches.
 *
 * @param inputs of several requests that are asked together at most; a request that holds more by
 *     itself is asked alone
 * @param longestWait for more requests before a batch that has room is asked; zero takes those that
 *     wait already
 * @param queue requests that wait at most
 */
public record Sharing(int inputs, Duration longestWait, int queue) {
  /** Whoever waits already shares, nobody waits longer for others. */
  public static final Sharing DEFAULT = new Sharing(64, Duration.ZERO, 1024);

  /**
   * @throws IllegalArgumentException unless both numbers are at least 1 and the time is not below 0
   */
  public Sharing {
    if (inputs < 1 || queue < 1 || longestWait.isNegative()) {
      throw new IllegalArgumentException(
          "inputs %d, wait %s, queue %d: expected at least 1, 0 and 1"
              .formatted(inputs, longestWait, queue));
    }
  }

  /** The same with other batches. */
  public Sharing withInputs(int most) {
    return new Sharing(most, longestWait, queue);
  }

  /** The same with another time to wait. */
  public Sharing withLongestWait(Duration longest) {
    return new Sharing(inputs, longest, queue);
  }

  /** The same with another queue. */
  public Sharing withQueue(int most) {
    return new Sharing(inputs, longestWait, most);
  }
}
