package org.unroll.datasets.text;

import java.util.List;
import java.util.Map;
import org.unroll.core.app.Split;

/** Labelled texts in three parts; a part is read from disk when it is asked for. */
public interface TextSource {
  /**
   * @return at least one text
   * @throws org.unroll.core.config.UserError if the part is missing or cannot be read
   */
  List<LabelledText> read(Split split);

  /** SHA-256 by file, of what was read so far; empty for generated texts. */
  Map<String, String> digests();

  /** A {@code source} with a slash or a file ending is a path, any other a name. */
  static boolean isPath(String source) {
    return source.contains("/") || source.matches(".*\\.(csv|tsv|jsonl|txt)");
  }
}
