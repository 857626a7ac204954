package org.unroll.datasets.table;

import java.util.List;
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
  /**
   * A name or the user's own files, which are one set of examples; empty if each part has its own.
   */
  List<String> sources();

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
    if (sources().isEmpty() && (train().isEmpty() || validation().isEmpty())) {
      problems.add(path, "files of your own need both train and validation (or source with split)");
    }
  }

  /** Whether the source is the user's own: a file, or several that are read as one. */
  default boolean isOwn() {
    return sources().size() > 1 || sources().stream().anyMatch(NamedFiles::isPath);
  }

  /** A {@code source} with a slash, a wildcard or a file ending is a path, any other a name. */
  static boolean isPath(String source) {
    return source.matches(".*[/*?].*") || source.matches(".*\\.(csv|tsv|jsonl|txt)(\\.gz)?");
  }
}
