package org.unroll.datasets.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unroll.core.data.Split;
import org.unroll.datasets.catalog.Digest;

/**
 * The user's own files, named for each part; a part is read when it is asked for. Not thread-safe.
 *
 * @param <F> what the config names for a part
 */
public final class UserFiles<F, T> implements Source<T> {
  private final NamedFiles<F> named;
  private final Reader<F, T> reader;
  private final Head<F> head;
  private final Map<String, String> digests = new TreeMap<>();

  /** Reads a part. */
  public interface Reader<F, T> {
    /**
     * @param key where the config names it
     * @param opened makes a path of a name in the config; only of files that are about to be read
     */
    T read(String key, F named, Opened opened);
  }

  /** Looks at the beginnings of a part's files alone. */
  public interface Head<F> {
    /** As {@link Reader#read} is asked. */
    void look(String key, F named, Opened opened);
  }

  /** Makes a path of a file's name; once the part is read, its digest is noted. */
  public interface Opened {
    /**
     * @param key where the config names it
     */
    Path path(String key, String value);

    /** The same of several, and of patterns. */
    default List<Path> paths(String key, List<String> values) {
      List<Path> paths = new ArrayList<>();
      FilePattern.files(key, values).forEach(file -> paths.add(path(key, file.toString())));
      return paths;
    }
  }

  public UserFiles(NamedFiles<F> named, Reader<F, T> reader, Head<F> head) {
    this.named = named;
    this.reader = reader;
    this.head = head;
  }

  @Override
  public T read(Split split) {
    List<Path> files = new ArrayList<>();
    Opened opened =
        (key, value) -> {
          files.add(PlainTextFile.path(key, value));
          return files.get(files.size() - 1);
        };
    T part = reader.read("data." + split.key(), named.of(split), opened);
    // only now: a folder named by mistake, which is refused, may hold a whole disk
    files.forEach(file -> digests.put(file.toString(), Digest.of(file)));
    return part;
  }

  @Override
  public void require(Split split) {
    head.look("data." + split.key(), named.of(split), PlainTextFile::path);
  }

  @Override
  public Map<String, String> digests() {
    return Map.copyOf(digests);
  }
}
