package org.unroll.core.decode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An output within a beam: a word and the path before it, which paths share.
 *
 * @param before empty list for the start, otherwise the one path before the word
 * @param word the last word
 * @param looked where the model looked for it
 * @param length words so far
 * @param row of the model's state it goes on from
 */
record BeamPath(
    List<BeamPath> before, int word, float[] looked, int length, double logProbability, int row) {

  static BeamPath start(int row) {
    return new BeamPath(List.of(), -1, new float[0], 0, 0, row);
  }

  boolean isStart() {
    return before.isEmpty();
  }

  BeamPath then(int next, double probability, float[] attention) {
    double logarithm = logProbability + Math.log(probability);
    return new BeamPath(List.of(this), next, attention, length + 1, logarithm, row);
  }

  BeamPath inRow(int other) {
    return new BeamPath(before, word, looked, length, logProbability, other);
  }

  /** From the first to the last. */
  List<Integer> words() {
    List<Integer> words = new ArrayList<>();
    for (BeamPath path = this; !path.isStart(); path = path.before.get(0)) {
      words.add(path.word);
    }
    Collections.reverse(words);
    return words;
  }

  /** This path ends with the end. */
  Hypothesis finished(BeamRanking ranking) {
    List<Integer> words = words();
    List<float[]> attention = new ArrayList<>();
    float[] covered = new float[looked.length];
    for (BeamPath path = this; !path.isStart(); path = path.before.get(0)) {
      attention.add(path.looked);
      for (int i = 0; i < covered.length; i++) {
        covered[i] += path.looked[i];
      }
    }
    Collections.reverse(attention);
    double score = ranking.score(logProbability, length, covered);
    return new Hypothesis(words.subList(0, words.size() - 1), logProbability, score, attention);
  }
}
