package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@link TranslationGrammar} says of a subject.
 *
 * @param helper {@code does, is …}, which goes before the subject of a question; may be empty
 */
record Predicate(
    String helper, List<String> english, List<String> french, String pattern, boolean negated) {

  /** After its subject. */
  List<String> stated() {
    List<String> words = new ArrayList<>();
    if (!helper.isEmpty()) {
      words.add(helper);
    }
    words.addAll(asked());
    return words;
  }

  /** After its subject in a question. */
  List<String> asked() {
    List<String> words = new ArrayList<>(negated ? List.of("not") : List.of());
    words.addAll(english);
    return words;
  }
}
