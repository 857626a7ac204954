package org.unroll.core.harness;

/**
 * What is wrong with a disk, to be given to a {@link UnrollProcess} as an option.
 *
 * @param file the last part of the path of the file it concerns, such as {@code last.zip}
 * @param write which write of that file, from 1
 * @param bytes how much of it is written before
 */
public record DiskFault(Kind kind, String file, int write, long bytes) {
  static final String PROPERTY = "unroll.disk";

  /** The power fails, the disk is full, or each write takes a tenth of a second. */
  public enum Kind {
    KILL,
    FULL,
    SLOW
  }

  /** The process dies as by {@code kill -9}, with this much of the file written. */
  public static DiskFault killInside(String file, int write, long bytes) {
    return new DiskFault(Kind.KILL, file, write, bytes);
  }

  /** The disk takes this much of the file. */
  public static DiskFault fullInside(String file, int write, long bytes) {
    return new DiskFault(Kind.FULL, file, write, bytes);
  }

  /** From this write of the file on, every 64 KiB take a tenth of a second. */
  public static DiskFault slow(String file, int write) {
    return new DiskFault(Kind.SLOW, file, write, 0);
  }

  /** For the Java command line. */
  public String option() {
    return "-D%s=%s,%s,%d,%d".formatted(PROPERTY, kind, file, write, bytes);
  }

  static DiskFault parse(String text) {
    String[] parts = text.split(",");
    return new DiskFault(
        Kind.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]), Long.parseLong(parts[3]));
  }

  /** Whether the n-th write of the file is concerned, from 1. */
  boolean strikes(int n) {
    return kind == Kind.SLOW ? n >= write : n == write;
  }
}
