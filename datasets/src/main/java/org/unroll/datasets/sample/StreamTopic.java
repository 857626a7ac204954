package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;

/** Words of a kind that a recipe is about: those it has named come again. Not thread-safe. */
final class StreamTopic {
  private static final double AGAIN = 0.6; // share of words that were named before
  private static final int FEW = 3; // so few that were named do not come again

  private final List<String> words;
  private final List<String> named = new ArrayList<>();
  private final StreamDraws draws;

  StreamTopic(List<String> words, List<String> named, StreamDraws draws) {
    this.words = words;
    this.named.addAll(named);
    this.draws = draws;
  }

  String word() {
    if (named.size() > FEW && draws.chance(AGAIN)) {
      return draws.pick(named);
    }
    String word = draws.pick(words);
    if (!named.contains(word)) {
      named.add(word);
    }
    return word;
  }

  /** How many different words it has named. */
  int size() {
    return named.size();
  }

  /** Forgets all but the first of them. */
  void forget(int size) {
    named.subList(size, named.size()).clear();
  }
}
