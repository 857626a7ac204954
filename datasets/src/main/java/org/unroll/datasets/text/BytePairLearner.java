package org.unroll.datasets.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;

/**
 * Learns byte pairs: again and again the most frequent pair of neighbours becomes one piece; of
 * equals the first by text. Only words that hold the pair are counted anew. To be used once.
 */
final class BytePairLearner {
  private final Progress progress;
  private final List<List<String>> words = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private final Map<BytePair, Integer> frequencies = new HashMap<>();
  private final Map<BytePair, Set<Integer>> places = new HashMap<>(); // words that may hold it
  private final PriorityQueue<Candidate> queue =
      new PriorityQueue<>(
          Comparator.comparingInt((Candidate each) -> -each.frequency)
              .thenComparing(Candidate::pair));

  /** A pair with a frequency that it had once. */
  private record Candidate(BytePair pair, int frequency) {}

  /**
   * @param frequencies of words, each written in symbols of bytes
   */
  BytePairLearner(Map<String, Integer> frequencies, Progress progress) {
    this.progress = progress;
    for (Map.Entry<String, Integer> word : new TreeMap<>(frequencies).entrySet()) {
      words.add(List.of(word.getKey().split("")));
      counts.add(word.getValue());
    }
  }

  List<BytePair> learn(int most) {
    Set<BytePair> changed = new HashSet<>();
    for (int word = 0; word < words.size(); word++) {
      count(word, 1, changed);
    }
    queue(changed);
    try (Work work = progress.begin("merging pairs", most)) {
      return learn(most, work);
    }
  }

  private List<BytePair> learn(int most, Work work) {
    List<BytePair> learnt = new ArrayList<>();
    while (learnt.size() < most && !queue.isEmpty()) {
      Candidate top = queue.remove();
      if (top.frequency < 2) {
        break;
      }
      if (top.frequency == frequencies.get(top.pair)) { // otherwise a newer one is in the queue
        learnt.add(top.pair);
        merge(top.pair);
        work.advance(1);
      }
    }
    return learnt;
  }

  private void merge(BytePair pair) {
    Set<BytePair> changed = new HashSet<>();
    for (int word : places.remove(pair)) {
      List<String> merged = pair.mergedIn(words.get(word));
      if (merged.size() < words.get(word).size()) {
        count(word, -1, changed);
        words.set(word, merged);
        count(word, 1, changed);
      }
    }
    queue(changed);
  }

  private void count(int word, int sign, Set<BytePair> changed) {
    List<String> pieces = words.get(word);
    for (int i = 1; i < pieces.size(); i++) {
      BytePair pair = new BytePair(pieces.get(i - 1), pieces.get(i));
      frequencies.merge(pair, sign * counts.get(word), Integer::sum);
      changed.add(pair);
      if (sign > 0) {
        places.computeIfAbsent(pair, key -> new HashSet<>()).add(word);
      }
    }
  }

  private void queue(Set<BytePair> changed) {
    for (BytePair pair : changed) {
      queue.add(new Candidate(pair, frequencies.get(pair)));
    }
  }
}
