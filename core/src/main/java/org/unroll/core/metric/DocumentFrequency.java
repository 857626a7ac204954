package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;

/** In the references of how many images an n-gram occurs. Not thread-safe. */
final class DocumentFrequency {
  private final int order;

  /** At index k the images one reference of which has an n-gram more than k times. */
  private final List<NgramCounts> images = new ArrayList<>();

  /**
   * @param order longest n-grams
   */
  DocumentFrequency(int order) {
    this.order = order;
  }

  /** Adds an image. */
  void add(References references) {
    for (int n = 1; n <= order; n++) {
      references.most(n).forEach(this::add);
    }
  }

  private void add(Object ngram, int count) {
    for (int times = 1; times <= count; times++) {
      if (images.size() < times) {
        images.add(new NgramCounts());
      }
      images.get(times - 1).increment(ngram);
    }
  }

  /** Images one reference of which has the n-gram at least so many times. */
  int images(Object ngram, int times) {
    return times > images.size() ? 0 : images.get(times - 1).count(ngram);
  }

  /** What the n-grams of a sentence match in all images together. */
  long matches(NgramCounts sentence) {
    long[] matches = new long[1];
    sentence.forEach(
        (ngram, count) -> {
          for (int times = 1; times <= count; times++) {
            matches[0] += images(ngram, times);
          }
        });
    return matches[0];
  }
}
