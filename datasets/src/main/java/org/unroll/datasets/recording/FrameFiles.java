package org.unroll.datasets.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress.Work;
import org.unroll.datasets.catalog.Digest;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableRecordReader;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;

/**
 * The files that recordings are read from, whatever their form; remembers the digests of those that
 * are not large. Not thread-safe.
 */
final class FrameFiles {
  /** A video of a few minutes; to read one of hours only for its digest would take long. */
  private static final long LARGEST_DIGESTED = 64L << 20;

  private final FrameData data;
  private final PictureSource pictures;
  private final DataAccess access;
  private final Map<String, String> renamed;
  private final Map<String, String> digests = new TreeMap<>();
  private final Set<String> told = new HashSet<>();

  /**
   * @param renamed what columns of tables of frames are called, by the config's names
   */
  FrameFiles(
      FrameData data, PictureSource pictures, DataAccess access, Map<String, String> renamed) {
    this.renamed = renamed;
    this.data = data;
    this.pictures = pictures;
    this.access = access;
  }

  FrameData data() {
    return data;
  }

  PictureSource pictures() {
    return pictures;
  }

  /** The reading of some recordings. The caller closes it. */
  Work begin(int recordings) {
    return access.progress().begin("reading recordings", recordings);
  }

  void tell(String notice) {
    access.notices().accept(notice);
  }

  /** What holds of many files alike. */
  void tellOnce(String notice) {
    if (told.add(notice)) {
      tell(notice);
    }
  }

  /** SHA-256 by file, of what was read so far. */
  Map<String, String> digests() {
    return Map.copyOf(digests);
  }

  /** The frames of a video or of a folder of pictures. */
  PictureSource.Footage footage(Path place) {
    PictureSource.Footage footage = pictures.open(place);
    note(place);
    return footage;
  }

  /**
   * The rows of a table as it is published, or in another layout. None may be bad: without it, the
   * frames after it would get the labels of others.
   */
  <T> List<T> rows(Path file, TableRecordReader reader, Tables.Layout<T> layout) {
    return all(file, new Tables(Optional.empty(), 1).read(file, reader, layout));
  }

  /** The same of a table of the user's, written as the config says. */
  <T> List<T> rows(Path file, Tables.Layout<T> layout) {
    return all(file, new Tables(data.layout(), Optional.empty(), 1).read(file, layout));
  }

  /** The same of the user's table of frames, after the config's transform. */
  <T> List<T> frameRows(Path file, Tables.Layout<T> layout) {
    Tables tables = new Tables(data.layout(), data.transform(), 1).renamed(renamed);
    return all(file, tables.read(file, layout));
  }

  private <T> List<T> all(Path file, TableRows<T> rows) {
    if (!rows.bad().isEmpty()) {
      BadRow first = rows.bad().get(0);
      int more = rows.bad().size() - 1;
      throw new UserError(first + (more > 0 ? "; %d more rows are bad".formatted(more) : ""));
    }
    note(file);
    return rows.reported(file, access);
  }

  private void note(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_DIGESTED) {
        digests.put(file.toString(), Digest.sha256(file));
      }
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }
}
