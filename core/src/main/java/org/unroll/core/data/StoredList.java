package org.unroll.core.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes lists that may be larger than memory: the items of a short one are kept as they are, those
 * of a long one as bytes, most of them in a file, of which an item is made whenever it is asked
 * for. What comes out is immutable, and thread-safe if the form is. Not thread-safe itself.
 */
public final class StoredList<T> implements ListBuilder<T> {
  /** Items that are made side by side, while those before are stored. */
  private static final int BLOCK = 1 << 12;

  private static final Form<int[]> NUMBERS =
      new Form<>() {
        @Override
        public byte[] bytes(int[] numbers) {
          ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
          bytes.asIntBuffer().put(numbers);
          return bytes.array();
        }

        @Override
        public int[] item(ByteBuffer bytes) {
          int[] numbers = new int[bytes.remaining() / Integer.BYTES];
          bytes.asIntBuffer().get(numbers);
          return numbers;
        }
      };

  /** An item as bytes, and back. */
  public interface Form<T> {
    /** From the first to the last. */
    byte[] bytes(T item);

    /** An equal item. */
    T item(ByteBuffer bytes);
  }

  private final Form<T> form;
  private final StoredRows.Builder rows = new StoredRows.Builder();
  private List<T> items = new ArrayList<>(); // null once they are too many

  public StoredList(Form<T> form) {
    this.form = form;
  }

  @Override
  public void add(T item) {
    rows.add(form.bytes(item));
    if (items != null && rows.isOneChunk()) {
      items.add(item);
    } else {
      items = null;
    }
  }

  @Override
  public List<T> build() {
    if (items != null) {
      return List.copyOf(items);
    }
    StoredRows stored = rows.build();
    return ListView.of(stored.size(), place -> form.item(stored.get(place)));
  }

  /** Rows of numbers, which may be a view that makes them. */
  public static List<int[]> numbers(List<int[]> rows) {
    StoredList<int[]> stored = new StoredList<>(NUMBERS);
    for (int from = 0; from < rows.size(); from += BLOCK) {
      List<int[]> block = rows.subList(from, Math.min(rows.size(), from + BLOCK));
      Parallel.stream(block).toList().forEach(stored::add);
    }
    return stored.build();
  }
}
