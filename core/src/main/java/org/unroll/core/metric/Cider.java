package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CIDEr-D (Vedantam et al. 2015) as {@code cider_scorer.py} of pycocoevalcap counts it: the cosine
 * between the tf-idf vectors of a caption and of each reference, clipped to the reference's
 * weights, times a Gaussian of the difference in length; the mean over references and n-grams of 1
 * to 4 words, times 10. From 0 to 10; good captions of COCO have about 1, and it depends on the
 * images that are scored together, for the document frequencies are of their references. Of one
 * image alone it is 0. Immutable and thread-safe.
 */
final class Cider {
  private static final int ORDER = 4;
  private static final double SIGMA = 6;

  private final DocumentFrequency frequency = new DocumentFrequency(ORDER);
  private final double logImages;
  private final List<List<Weights>> references = new ArrayList<>();

  /**
   * @param images the references of each, with n-grams of up to 4 words
   */
  Cider(List<References> images) {
    images.forEach(frequency::add);
    logImages = Math.log(images.size());
    for (References image : images) {
      references.add(image.sentences().stream().map(this::weights).toList());
    }
  }

  /** The score of each image's caption. */
  double[] scores(List<List<String>> captions) {
    double[] scores = new double[captions.size()];
    for (int image = 0; image < scores.length; image++) {
      Weights said = weights(captions.get(image));
      double sum = 0;
      for (Weights reference : references.get(image)) {
        sum += said.similarity(reference);
      }
      scores[image] = 10 * sum / ORDER / references.get(image).size();
    }
    return scores;
  }

  private Weights weights(List<String> words) {
    List<Map<Object, Double>> lengths = new ArrayList<>();
    for (int n = 1; n <= ORDER; n++) {
      Map<Object, Double> weights = new HashMap<>();
      NgramCounts.ofWords(words, n)
          .forEach((ngram, count) -> weights.put(ngram, count * rarity(ngram)));
      lengths.add(weights);
    }
    return new Weights(lengths, words.size());
  }

  private double rarity(Object ngram) {
    return logImages - Math.log(Math.max(1, frequency.images(ngram, 1)));
  }

  /**
   * @param lengths at index n − 1 the weights of n-grams of n words
   */
  private record Weights(List<Map<Object, Double>> lengths, int words) {
    /** Summed over n. */
    double similarity(Weights reference) {
      double sum = 0;
      for (int n = 0; n < ORDER; n++) {
        sum += cosine(lengths.get(n), reference.lengths.get(n));
      }
      double difference = words - reference.words;
      return sum * Math.exp(-difference * difference / (2 * SIGMA * SIGMA));
    }

    private static double cosine(Map<Object, Double> said, Map<Object, Double> wanted) {
      double product = 0;
      for (Map.Entry<Object, Double> ngram : said.entrySet()) {
        double weight = wanted.getOrDefault(ngram.getKey(), 0.0);
        product += Math.min(ngram.getValue(), weight) * weight;
      }
      double norms = norm(said) * norm(wanted);
      return norms == 0 ? 0 : product / norms;
    }

    private static double norm(Map<Object, Double> weights) {
      double squares = 0;
      for (double weight : weights.values()) {
        squares += weight * weight;
      }
      return Math.sqrt(squares);
    }
  }
}
