package org.unroll.datasets.table;

import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.core.yaml.Problems;

/**
 * A config that names where examples come from: a source, or the user's own files for each part.
 *
 * @param <F> a file's path as the config has it, or several of them
 */
public interface NamedFiles<F> {
  /** A name or one file. */
  Optional<String> source();

  Optional<F> train();

  Optional<F> validation();

  Optional<F> test();

  /**
   * @throws UserError if the config names none
   */
  default F of(Split split) {
    Optional<F> named =
        switch (split) {
          case TRAIN -> train();
          case VALIDATION -> validation();
          case TEST -> test();
        };
    return named.orElseThrow(
        () ->
            new UserError(
                "there is no data.%s: name a file, or leave out what needs it (--test)"
                    .formatted(split.key())));
  }

  /** What can be seen without the files. */
  default void checkFiles(String path, Problems problems) {
    if (source().isEmpty() && (train().isEmpty() || validation().isEmpty())) {
      problems.add(path, "files of your own need both train and validation (or source with split)");
    }
  }

  /** Whether the source is one file. */
  default boolean isOneFile() {
    return source().filter(NamedFiles::isPath).isPresent();
  }

  /** A {@code source} with a slash or a file ending is a path, any other a name. */
  static boolean isPath(String source) {
    return source.contains("/") || source.matches(".*\\.(csv|tsv|jsonl|txt)(\\.gz)?");
  }
}
