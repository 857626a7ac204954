package org.unroll.datasets.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.datasets.catalog.Digest;

/**
 * What the user's config names for each part of the data, and the digests of the files that were
 * read. Not thread-safe.
 *
 * @param <F> a file's path as the config has it, or several of them
 */
public final class UserFiles<F> {
  private final Optional<F> train;
  private final Optional<F> validation;
  private final Optional<F> test;
  private final Map<String, String> digests = new TreeMap<>();

  public UserFiles(Optional<F> train, Optional<F> validation, Optional<F> test) {
    this.train = train;
    this.validation = validation;
    this.test = test;
  }

  /**
   * @throws UserError if the config names none
   */
  public F of(Split split) {
    Optional<F> named =
        switch (split) {
          case TRAIN -> train;
          case VALIDATION -> validation;
          case TEST -> test;
        };
    return named.orElseThrow(() -> missing(split));
  }

  private static UserError missing(Split split) {
    return new UserError(
        "there is no data." + split.key() + ": name a file, or leave out what needs it (--test)");
  }

  /**
   * A file that is about to be read; whoever reads it says so if it is not there.
   *
   * @param key where the config names it
   */
  public Path digested(String key, String value) {
    Path file = PlainTextFile.path(key, value);
    if (Files.isRegularFile(file)) {
      digests.put(file.toString(), Digest.sha256(file));
    }
    return file;
  }

  public Map<String, String> digests() {
    return Map.copyOf(digests);
  }
}
