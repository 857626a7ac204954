package org.unroll.datasets.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import org.unroll.core.UserError;

/**
 * What {@link DataStore#verify} found of one file.
 *
 * @param found SHA-256 of the file that is there; empty if there is none
 */
public record FileState(CatalogFile file, Kind kind, String found) {
  /** The outcome. */
  public enum Kind {
    VERIFIED,
    /** There, but no public digest is known, or the public file changes. */
    UNVERIFIED,
    CHANGED,
    MISSING
  }

  /**
   * Computes the digest.
   *
   * @param path where the file should be, whatever its name
   */
  static FileState of(CatalogEntry entry, CatalogFile file, Path path) {
    if (file.isFolder() ? !Files.isDirectory(path) : !Files.isRegularFile(path)) {
      return new FileState(file, Kind.MISSING, "");
    }
    String found = file.isFolder() ? Digest.ofFolder(path) : Digest.sha256(path);
    if (file.sha256().isEmpty()) {
      return new FileState(file, Kind.UNVERIFIED, found);
    }
    if (file.sha256().get().equals(found)) {
      return new FileState(file, Kind.VERIFIED, found);
    }
    boolean rolling = entry.form() == Form.ROLLING;
    return new FileState(file, rolling ? Kind.UNVERIFIED : Kind.CHANGED, found);
  }

  /**
   * @param path where it was found, or its name
   * @param what to do about it
   */
  UserError changed(Path path, String what) {
    return new UserError(
        """
        %s is not the %s the catalogue knows: SHA-256 %s,
        expected %s. %s"""
            .formatted(
                path,
                file.isFolder() ? "folder" : "file",
                found,
                file.sha256().orElse("none"),
                what));
  }
}
