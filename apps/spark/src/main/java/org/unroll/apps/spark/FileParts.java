package org.unroll.apps.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unroll.core.UserError;

/**
 * Cuts files of rows into parts of about one size. A file is read through once for it, which takes
 * a second or so a gigabyte; what cannot be cut with certainty (packed files, UTF-16, tables whose
 * quotation marks do not pair, or that are not written as usual) is one part.
 *
 * @param size bytes of a part, about
 * @param usual whether tables name their columns in the first row, and {@code .txt} files have none
 */
record FileParts(long size, boolean usual) {
  private static final int BUFFER = 1 << 16;
  private static final int START = 4096;

  private enum Kind {
    LINES,
    JSON,
    TABLE,
    WHOLE
  }

  /** In the order of their rows. */
  List<TextPart> of(Path file) {
    try {
      long length = Files.size(file);
      Kind kind = length < 2 * size ? Kind.WHOLE : kind(file);
      return kind == Kind.WHOLE ? List.of(TextPart.whole(file, length)) : cut(file, kind, length);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e.getMessage() + "; check it", e);
    }
  }

  private Kind kind(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] start = bytes.readNBytes(START);
      if (start[0] <= ' ' && start[0] > 0) { // a blank line, which is no row, would lead
        return Kind.WHOLE;
      }
      for (byte each : start) {
        if (each == 0 || each == (byte) 0xFE || each == (byte) 0xFF) { // UTF-16
          return Kind.WHOLE;
        }
      }
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl")) {
      return Kind.JSON;
    }
    if (usual && name.endsWith(".txt")) {
      return Kind.LINES;
    }
    boolean table = name.endsWith(".csv") || name.endsWith(".tsv");
    return usual && table ? Kind.TABLE : Kind.WHOLE;
  }

  private List<TextPart> cut(Path file, Kind kind, long length) throws IOException {
    boolean leads = kind == Kind.JSON || kind == Kind.TABLE;
    List<TextPart> parts = new ArrayList<>();
    try (RowEnds ends =
        new RowEnds(
            new BufferedInputStream(Files.newInputStream(file), BUFFER), kind == Kind.TABLE)) {
      long lead = leads && ends.next() ? ends.position() : 0;
      int leadLines = Math.toIntExact(ends.lines());
      long from = 0;
      long line = 1;
      while (ends.next()) {
        long here = ends.position();
        if (here - from >= size && length - here >= size / 2) {
          parts.add(part(file, kind, new Lead(lead, leadLines), new Place(from, here, line)));
          from = here;
          line = ends.lines() + 1;
        }
      }
      if (!ends.paired()) {
        return List.of(TextPart.whole(file, length));
      }
      parts.add(part(file, kind, new Lead(lead, leadLines), new Place(from, length, line)));
    }
    return parts;
  }

  private record Lead(long bytes, int lines) {}

  private record Place(long from, long to, long line) {}

  private static TextPart part(Path file, Kind kind, Lead lead, Place place) {
    boolean first = place.from() == 0;
    return new TextPart(
        file.toString(),
        first ? 0 : lead.bytes(),
        first ? 0 : lead.lines(),
        !first && kind == Kind.JSON,
        place.from(),
        place.to(),
        place.line());
  }
}
