package org.unroll.core.metric;

import java.util.List;

/**
 * ROUGE-L (Lin 2004) as {@code rouge.py} of pycocoevalcap counts it: the F-score, beta 1.2, of the
 * longest common subsequence of words, where precision and recall are each the highest over the
 * references and need not come from the same one.
 */
final class RougeL {
  private static final double RECALL_WEIGHT = 1.2 * 1.2;

  private RougeL() {}

  /** The score of each image's caption, from 0 to 100. */
  static double[] scores(List<List<String>> captions, List<References> references) {
    double[] scores = new double[captions.size()];
    for (int image = 0; image < scores.length; image++) {
      scores[image] = score(captions.get(image), references.get(image).sentences());
    }
    return scores;
  }

  private static double score(List<String> caption, List<List<String>> references) {
    List<String> said = orNothing(caption);
    double precision = 0;
    double recall = 0;
    for (List<String> reference : references) {
      List<String> wanted = orNothing(reference);
      double common = common(said, wanted);
      precision = Math.max(precision, common / said.size());
      recall = Math.max(recall, common / wanted.size());
    }
    return precision == 0
        ? 0
        : 100 * (1 + RECALL_WEIGHT) * precision * recall / (recall + RECALL_WEIGHT * precision);
  }

  /** No words are one empty word, as where that code splits at spaces. */
  private static List<String> orNothing(List<String> words) {
    return words.isEmpty() ? List.of("") : words;
  }

  /** Length of the longest common subsequence. */
  private static int common(List<String> said, List<String> wanted) {
    int[] longest = new int[wanted.size() + 1]; // with the first j words of wanted
    for (String word : said) {
      int diagonal = 0;
      for (int j = 1; j < longest.length; j++) {
        int above = longest[j];
        longest[j] =
            word.equals(wanted.get(j - 1)) ? diagonal + 1 : Math.max(above, longest[j - 1]);
        diagonal = above;
      }
    }
    return longest[wanted.size()];
  }
}
