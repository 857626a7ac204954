package org.unroll.datasets.table;

import java.nio.file.Files;
import java.nio.file.Path;
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
  private final Map<String, String> digests = new TreeMap<>();

  /** Reads a part. */
  public interface Reader<F, T> {
    /**
     * @param key where the config names it
     * @param opened makes a path of a name in the config; only of files that are about to be read
     */
    T read(String key, F named, Opened opened);
  }

  /** Makes a path of a file's name, and notes its digest. */
  public interface Opened {
    /**
     * @param key where the config names it
     */
    Path path(String key, String value);
  }

  public UserFiles(NamedFiles<F> named, Reader<F, T> reader) {
    this.named = named;
    this.reader = reader;
  }

  @Override
  public T read(Split split) {
    return reader.read("data." + split.key(), named.of(split), this::digested);
  }

  /** Whoever reads it says so if it is not there. */
  private Path digested(String key, String value) {
    Path file = PlainTextFile.path(key, value);
    if (Files.isRegularFile(file)) {
      digests.put(file.toString(), Digest.sha256(file));
    }
    return file;
  }

  @Override
  public Map<String, String> digests() {
    return Map.copyOf(digests);
  }
}
