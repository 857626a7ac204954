package org.unroll.apps.bench;

/**
 * What one contender reached, and what it took.
 *
 * @param accuracy share of the test frames
 * @param peak resident memory of its process while it trained, in bytes
 * @param seconds of training
 */
record TruncationResult(double accuracy, long peak, double seconds) {}
