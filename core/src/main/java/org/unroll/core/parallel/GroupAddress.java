package org.unroll.core.parallel;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where the processes of a group find the first of them.
 *
 * @param secret that only they know
 */
public record GroupAddress(String host, int port, String secret) {
  private static final int SECRET_BYTES = 32;

  static String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  /** The secret is nobody else's business. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
