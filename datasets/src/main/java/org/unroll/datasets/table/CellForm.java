package org.unroll.datasets.table;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.unroll.core.data.ListBuilder;
import org.unroll.core.data.Origin;
import org.unroll.core.data.StoredList;

/**
 * Examples that are made of cells of a row and can be taken apart again, so that more of them can
 * be read than memory holds.
 *
 * @param maker a pure function
 * @param cells those that the maker makes an equal example of, with its origin
 */
public record CellForm<T>(
    Tables.RowMaker<T> maker, Function<T, List<String>> cells, Function<T, Origin> origin)
    implements Tables.RowMaker<T> {

  @Override
  public T make(List<String> made, Origin from) {
    return maker.make(made, from);
  }

  @Override
  public ListBuilder<T> list(Path file) {
    return new StoredList<>(new OfFile<>(this, file.toString()));
  }

  /** The line of a row, then its cells: of each how many characters, and these. */
  private record OfFile<T>(CellForm<T> form, String file) implements StoredList.Form<T> {
    /** Of characters that take two bytes each: those of text that is not Latin-1. */
    private static final int WIDE = 1;

    @Override
    public byte[] bytes(T item) {
      List<String> cells = form.cells.apply(item);
      int most = Long.BYTES;
      for (String cell : cells) {
        most += Integer.BYTES + Character.BYTES * cell.length();
      }
      ByteBuffer bytes = ByteBuffer.allocate(most);
      bytes.putLong(form.origin.apply(item).line());
      cells.forEach(cell -> put(cell, bytes));
      byte[] all = new byte[bytes.position()];
      bytes.get(0, all);
      return all;
    }

    private static void put(String cell, ByteBuffer bytes) {
      boolean wide = cell.chars().anyMatch(character -> character > 0xFF);
      bytes.putInt(cell.length() << 1 | (wide ? WIDE : 0));
      for (int i = 0; i < cell.length(); i++) {
        if (wide) {
          bytes.putChar(cell.charAt(i)); // also half of a surrogate pair, for which UTF-8 has none
        } else {
          bytes.put((byte) cell.charAt(i));
        }
      }
    }

    @Override
    public T item(ByteBuffer bytes) {
      long line = bytes.getLong();
      List<String> cells = new ArrayList<>();
      while (bytes.hasRemaining()) {
        cells.add(cell(bytes));
      }
      return form.maker.make(cells, new Origin(file, line));
    }

    private static String cell(ByteBuffer bytes) {
      int length = bytes.getInt();
      char[] characters = new char[length >> 1];
      for (int i = 0; i < characters.length; i++) {
        characters[i] = (length & WIDE) == WIDE ? bytes.getChar() : (char) (bytes.get() & 0xFF);
      }
      return new String(characters);
    }
  }
}
