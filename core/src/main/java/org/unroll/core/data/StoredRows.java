package org.unroll.core.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unroll.core.UserError;

/**
 * Rows of bytes, one behind the other. The first and the last few megabytes are in memory, the rest
 * in a file that has no name any more and so is gone with the process, of which the system keeps in
 * memory what is asked for. Immutable and thread-safe.
 */
public final class StoredRows {
  /** Bytes that are written at once. */
  static final int CHUNK = 8 << 20;

  private final List<ByteBuffer> chunks;
  private final int[] firsts; // number of the first row, by chunk
  private final int[] ends; // where a row ends within its chunk

  private StoredRows(List<ByteBuffer> chunks, int[] firsts, int[] ends) {
    this.chunks = List.copyOf(chunks);
    this.firsts = firsts;
    this.ends = ends;
  }

  public int size() {
    return ends.length;
  }

  /** The bytes of a row, from their first on. */
  public ByteBuffer get(int row) {
    int found = Arrays.binarySearch(firsts, row);
    int chunk = found < 0 ? -found - 2 : found;
    int begin = row == firsts[chunk] ? 0 : ends[row - 1];
    return chunks.get(chunk).slice(begin, ends[row] - begin);
  }

  /** Takes rows; not thread-safe. */
  public static final class Builder {
    private final List<ByteBuffer> chunks = new ArrayList<>();
    private final IntList firsts = new IntList();
    private final IntList ends = new IntList();
    private byte[] open = new byte[1 << 10]; // the chunk that is being filled
    private int length;
    private FileChannel file; // null as long as there is but one chunk

    /**
     * Adds a row behind the others.
     *
     * @throws UserError if the disk is full
     */
    public void add(byte[] row) {
      add(row, row.length);
    }

    /** The same of the first bytes of an array. */
    public void add(byte[] row, int size) {
      if (length > 0 && size > CHUNK - length) {
        closeChunk();
      }
      if (firsts.size() == chunks.size()) {
        firsts.add(ends.size());
      }
      if (size > open.length - length) {
        open = Arrays.copyOf(open, Math.max(length + size, Math.min(CHUNK, 2 * open.length)));
      }
      System.arraycopy(row, 0, open, length, size);
      length += size;
      ends.add(length);
    }

    /** Whether what was taken is within one chunk. */
    boolean isOneChunk() {
      return chunks.isEmpty();
    }

    private void closeChunk() {
      if (chunks.isEmpty()) {
        chunks.add(ByteBuffer.wrap(Arrays.copyOf(open, length)));
      } else {
        chunks.add(written());
      }
      length = 0;
    }

    private ByteBuffer written() {
      try {
        if (file == null) {
          Path path = Files.createTempFile("unroll-rows", "");
          file = FileChannel.open(path, options());
        }
        long begin = file.size();
        ByteBuffer bytes = ByteBuffer.wrap(open, 0, length);
        while (bytes.hasRemaining()) {
          file.write(bytes, begin + bytes.position());
        }
        return file.map(FileChannel.MapMode.READ_ONLY, begin, length);
      } catch (IOException e) {
        throw unwritten(e);
      }
    }

    private static UserError unwritten(IOException e) {
      boolean missing = e instanceof NoSuchFileException || e instanceof AccessDeniedException;
      return new UserError(
          "cannot keep what is read in %s: %s; name another folder by TMPDIR, or free some space"
              .formatted(
                  System.getProperty("java.io.tmpdir"),
                  missing ? "no such folder, or no permission" : e.getMessage()),
          e);
    }

    private static StandardOpenOption[] options() {
      return new StandardOpenOption[] {
        StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE
      };
    }

    /** What was added; afterwards nothing is to be added. */
    public StoredRows build() {
      chunks.add(ByteBuffer.wrap(Arrays.copyOf(open, length)));
      try {
        if (file != null) {
          file.close(); // what is mapped stays
        }
      } catch (IOException e) {
        throw unwritten(e);
      }
      return new StoredRows(chunks, firsts.toArray(), ends.toArray());
    }
  }
}
