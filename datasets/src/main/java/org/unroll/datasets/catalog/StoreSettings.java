package org.unroll.datasets.catalog;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;

/**
 * Where a {@link DataStore} looks and keeps its files.
 *
 * @param cache folder for fetched files, made when needed
 * @param mirror folder or {@code http(s)} address laid out {@code <data set>/<file>}, tried first;
 *     empty for none
 * @param offline never connect; a folder as mirror still serves
 * @param patience give up on a server that sends nothing for so long
 */
public record StoreSettings(
    Path cache, Optional<String> mirror, boolean offline, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Reads {@code UNROLL_CACHE} (default {@code ~/.cache/unroll}) and {@code UNROLL_MIRROR}.
   *
   * @param environment usually {@code System.getenv()}
   */
  public static StoreSettings of(Map<String, String> environment, boolean offline) {
    String cache = environment.getOrDefault("UNROLL_CACHE", "");
    String mirror = environment.getOrDefault("UNROLL_MIRROR", "");
    Path folder =
        cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache", "unroll")
            : Path.of(cache);
    return new StoreSettings(
        folder, mirror.isBlank() ? Optional.empty() : Optional.of(mirror), offline, PATIENCE);
  }

  /**
   * The mirror, if it is a folder ({@code file:} addresses are folders too).
   *
   * @throws UserError if it is neither a folder nor an {@code http(s)} address
   */
  Optional<Path> mirrorFolder() {
    if (mirror.isEmpty() || mirrorAddress().isPresent()) {
      return Optional.empty();
    }
    String place = mirror.get();
    try {
      Path folder =
          place.startsWith("file:") ? new File(URI.create(place)).toPath() : Path.of(place);
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    } catch (IllegalArgumentException e) {
      throw new UserError("UNROLL_MIRROR=" + place + " is no path: " + e.getMessage(), e);
    }
    throw new UserError(
        "UNROLL_MIRROR=%s is neither a folder nor an address that begins with http:// or https://. Mend or unset it."
            .formatted(place));
  }

  /** The mirror's address, ending in {@code /}, if it is one. */
  Optional<String> mirrorAddress() {
    return mirror
        .filter(place -> place.startsWith("http://") || place.startsWith("https://"))
        .map(place -> place.endsWith("/") ? place : place + "/");
  }
}
