package org.unroll.datasets.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.yaml.NearestName;
import org.unroll.datasets.catalog.Catalog;
import org.unroll.datasets.catalog.DataFolder;
import org.unroll.datasets.catalog.DataStore;

/**
 * All that {@code data} may name for one kind of examples: the generated sample, data sets of the
 * catalogue, the user's own files. Not thread-safe.
 */
public final class Sources<T> {
  private final String what;
  private final String held;
  private final String endings;
  private final DataAccess access;
  private final Map<String, Supplier<Source<T>>> named = new LinkedHashMap<>();

  /**
   * @param what the examples are called in messages, such as series
   * @param held what a data set would have to hold, such as texts to classify
   * @param endings of the files that they are read from
   */
  public Sources(String what, String held, String endings, DataAccess access) {
    this.what = what;
    this.held = held;
    this.endings = endings;
    this.access = access;
  }

  /** Adds a data set of the catalogue, which is fetched when it is opened. */
  public Sources<T> catalogued(String name, Function<DataFolder, Source<T>> reader) {
    named.put(name, () -> reader.apply(DataStore.open(access).fetch(name)));
    return this;
  }

  /** Adds the generated examples. */
  public Sources<T> sample(Supplier<Source<T>> sample) {
    return generated("sample", sample);
  }

  /** Adds generated examples of another name. */
  public Sources<T> generated(String name, Supplier<Source<T>> examples) {
    named.put(name, examples);
    return this;
  }

  /** Names of those added. */
  public Set<String> names() {
    return named.keySet();
  }

  /**
   * @param own of the user's files that are to be split
   * @param files of the user, one for each part
   * @throws UserError if there is no such source
   */
  public Source<T> open(
      NamedFiles<?> data, Function<List<Path>, Source<T>> own, Supplier<Source<T>> files) {
    if (data.sources().isEmpty()) {
      return files.get();
    }
    if (data.isOwn()) {
      return own.apply(FilePattern.files("data.source", data.sources()));
    }
    String source = data.sources().get(0);
    if (!named.containsKey(source)) {
      throw unknown(source);
    }
    return named.get(source).get();
  }

  private UserError unknown(String source) {
    String near =
        NearestName.of(source, names()).map(known -> "; did you mean " + known + "?").orElse(".");
    String known =
        Catalog.bundled().contains(source)
            ? "; it is in the catalogue, but holds no " + held + "."
            : near;
    return new UserError(
        "data.source: no %s called '%s'%s Expected %s, or a file that ends in %s."
            .formatted(what, source, known, String.join(", ", names()), endings));
  }
}
