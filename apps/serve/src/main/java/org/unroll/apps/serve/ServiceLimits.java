package org.unroll.apps.serve;

import java.time.Duration;

/**
 * How much one request may ask for.
 *
 * @param body bytes
 * @param text characters of each string in it
 * @param inputs asked at once
 * @param time to answer, from when the request was read
 */
record ServiceLimits(long body, int text, int inputs, Duration time) {}
