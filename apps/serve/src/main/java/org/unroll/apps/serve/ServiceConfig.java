package org.unroll.apps.serve;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a service listens, and whom it answers.
 *
 * @param host a name or address of this machine; {@code 0.0.0.0} is all of them
 * @param port 0 lets the system choose
 * @param silence of somebody who sends or reads, after which the connection is closed
 * @param token that whoever asks must know
 */
record ServiceConfig(
    String host, int port, ServiceLimits limits, Duration silence, Optional<BearerToken> token) {}
