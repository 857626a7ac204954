package org.unroll.datasets.catalog;

/**
 * What an archive may hold at most.
 *
 * @param members files and folders
 * @param bytes unpacked; counted while unpacking, as the sizes an archive states may lie
 */
public record ArchiveLimits(int members, long bytes) {
  /** Room for every data set of the catalogue. */
  public static final ArchiveLimits DEFAULT = new ArchiveLimits(200_000, 16L << 30);
}
