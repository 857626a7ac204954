package org.unroll.datasets.stream;

import java.io.Writer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.unroll.core.UserError;
import org.unroll.core.data.StoredRows;

/**
 * A text that may be larger than memory, up to two billion characters: what follows after the first
 * megabytes lies in a file without a name. A part of it is a view. Immutable and thread-safe.
 */
final class StoredText implements CharSequence {
  private static final int BITS = 22;

  /** Characters that are stored together, of a byte each if all of them are Latin-1. */
  private static final int CHUNK = 1 << BITS;

  private final ByteBuffer[] chunks;
  private final boolean[] wide;
  private final int from;
  private final int length;

  private StoredText(ByteBuffer[] chunks, boolean[] wide, int from, int length) {
    this.chunks = chunks;
    this.wide = wide;
    this.from = from;
    this.length = length;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int place) {
    if (place < 0 || place >= length) {
      throw new IndexOutOfBoundsException("place %d of %d".formatted(place, length));
    }
    int at = from + place;
    int chunk = at >> BITS;
    int within = at & CHUNK - 1;
    return wide[chunk]
        ? chunks[chunk].getChar(within * Character.BYTES)
        : (char) (chunks[chunk].get(within) & 0xFF);
  }

  @Override
  public StoredText subSequence(int begin, int end) {
    if (begin < 0 || end < begin || end > length) {
      throw new IndexOutOfBoundsException("%d to %d of %d".formatted(begin, end, length));
    }
    return new StoredText(chunks, wide, from + begin, end - begin);
  }

  @Override
  public String toString() {
    char[] characters = new char[length];
    for (int place = 0; place < length; place++) {
      characters[place] = charAt(place);
    }
    return new String(characters);
  }

  /** Takes a text; closing it does nothing. */
  static final class Builder extends Writer {
    private final StoredRows.Builder rows = new StoredRows.Builder();
    private char[] open = new char[1 << 10]; // the chunk that is being filled
    private boolean[] wide = {};
    private int length; // of the open chunk

    /**
     * @throws UserError if it becomes too long
     */
    @Override
    public void write(char[] characters, int begin, int count) {
      for (int i = begin; i < begin + count; i++) {
        add(characters[i]);
      }
    }

    /** Adds one character behind the others. */
    void add(char character) {
      if (length == CHUNK) {
        store();
      } else if (length == open.length) {
        open = Arrays.copyOf(open, 2 * length);
      }
      open[length++] = character;
    }

    private void store() {
      boolean any = false;
      for (int i = 0; i < length; i++) {
        any |= open[i] > 0xFF;
      }
      byte[] bytes = new byte[any ? length * Character.BYTES : length];
      if (any) {
        ByteBuffer.wrap(bytes).asCharBuffer().put(open, 0, length);
      } else {
        for (int i = 0; i < length; i++) {
          bytes[i] = (byte) open[i];
        }
      }
      rows.add(bytes);
      wide = Arrays.copyOf(wide, wide.length + 1);
      wide[wide.length - 1] = any;
      if (wide.length == 1 << Integer.SIZE - 1 - BITS) {
        throw new UserError(
            "data: more than %,d characters; name fewer or smaller files"
                .formatted(Integer.MAX_VALUE));
      }
      length = 0;
    }

    StoredText build() {
      int all = wide.length * CHUNK + length;
      store();
      StoredRows stored = rows.build();
      ByteBuffer[] chunks = new ByteBuffer[stored.size()];
      Arrays.setAll(chunks, stored::get);
      return new StoredText(chunks, wide, 0, all);
    }

    @Override
    public void flush() {
      // nothing waits
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
