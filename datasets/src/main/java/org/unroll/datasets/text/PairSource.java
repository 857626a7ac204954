package org.unroll.datasets.text;

import java.util.List;
import java.util.Map;
import org.unroll.core.app.Split;

/** Sentence pairs in three parts; a part is read from disk when it is asked for. */
public interface PairSource {
  /**
   * @return at least one pair
   * @throws org.unroll.core.config.UserError if the part is missing or cannot be read
   */
  List<SentencePair> read(Split split);

  /** SHA-256 by file, of what was read so far; empty for generated sentences. */
  Map<String, String> digests();
}
