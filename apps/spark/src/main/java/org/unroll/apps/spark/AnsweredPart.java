package org.unroll.apps.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a part of the input.
 *
 * @param rows of it, bad ones too
 * @param bad rows without an answer
 * @param notices what the user should know of it
 * @param fault why there are no answers; empty if there are
 */
record AnsweredPart(long rows, long bad, ArrayList<String> notices, String fault)
    implements Serializable {
  static AnsweredPart of(long rows, long bad, List<String> notices) {
    return new AnsweredPart(rows, bad, new ArrayList<>(notices), "");
  }

  static AnsweredPart failed(String fault) {
    return new AnsweredPart(0, 0, new ArrayList<>(), fault);
  }
}
