package org.unroll.datasets.catalog;

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
}
