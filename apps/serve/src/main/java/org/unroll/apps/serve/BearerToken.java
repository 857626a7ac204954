package org.unroll.apps.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.unroll.core.UserError;

/** What who asks must know (RFC 6750). Immutable and thread-safe. */
final class BearerToken {
  private static final String SCHEME = "bearer ";
  private static final int SHORTEST = 16;

  private final byte[] token;

  private BearerToken(byte[] token) {
    this.token = token;
  }

  /**
   * Reads the first line of a file: on the command line all users of the machine would see it.
   *
   * @throws UserError if it holds none
   */
  static BearerToken read(Path file) {
    try {
      String token = Files.readString(file).lines().findFirst().orElse("").strip();
      if (!token.matches("[\\x21-\\x7e]{" + SHORTEST + ",}")) {
        throw new UserError(
            "--token-file %s: expected a line of at least %d characters without spaces, such as openssl rand -hex 32 writes"
                .formatted(file, SHORTEST));
      }
      return new BearerToken(token.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UserError("--token-file " + file + ": cannot read it: " + e.getMessage(), e);
    }
  }

  /**
   * @param authorization the header; null without
   */
  boolean isIn(String authorization) {
    boolean bearer =
        authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    byte[] given =
        (bearer ? authorization.substring(SCHEME.length()).strip() : "")
            .getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(token, given); // takes as long wherever they differ
  }
}
