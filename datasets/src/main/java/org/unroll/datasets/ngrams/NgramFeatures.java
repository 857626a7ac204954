package org.unroll.datasets.ngrams;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.unroll.datasets.text.Vocabulary;

/**
 * Words and pairs of neighbouring words, numbered from 0: the words as the vocabulary numbers them,
 * then the pairs. How often one stands in a text does not count (Wang &amp; Manning 2012).
 * Immutable and thread-safe.
 *
 * @param words the reserved ones stand in no text
 * @param pairs ascending, of each the number of its first word in the upper half; not to be changed
 */
record NgramFeatures(Vocabulary words, long[] pairs) {

  /**
   * Those of training texts, tokenised.
   *
   * @param most features; the rarest pairs are left out where there are more, and the rarest words
   *     where these alone are
   */
  static NgramFeatures fit(List<List<String>> texts, int most) {
    Vocabulary words = Vocabulary.fit(texts, 1, OptionalInt.of(most));
    long[] all =
        texts.parallelStream()
            .flatMapToLong(text -> Arrays.stream(pairs(words.numbers(text))))
            .toArray();
    Arrays.parallelSort(all);
    long[] kept = occurring(all, 1);
    for (int times = 2; kept.length > most - words.size(); times++) {
      kept = occurring(all, times);
    }
    return new NgramFeatures(words, kept);
  }

  /** Each number once that stands in a sorted array so many times. */
  private static long[] occurring(long[] sorted, int times) {
    LongStream.Builder kept = LongStream.builder();
    for (int i = times - 1; i < sorted.length; i++) {
      int first = i - times + 1;
      if (sorted[first] == sorted[i] && (first == 0 || sorted[first - 1] != sorted[first])) {
        kept.add(sorted[i]);
      }
    }
    return kept.build().toArray();
  }

  /** The distinct pairs of known words, ascending. */
  private static long[] pairs(int[] numbers) {
    long[] pairs = new long[Math.max(0, numbers.length - 1)];
    int count = 0;
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i - 1] != Vocabulary.UNKNOWN && numbers[i] != Vocabulary.UNKNOWN) {
        pairs[count++] = (long) numbers[i - 1] << Integer.SIZE | numbers[i];
      }
    }
    Arrays.sort(pairs, 0, count);
    return occurring(Arrays.copyOf(pairs, count), 1);
  }

  int size() {
    return words.size() + pairs.length;
  }

  /** The numbers of what stands in a tokenised text, ascending, each once. */
  int[] of(List<String> text) {
    int[] numbers = words.numbers(text);
    long[] paired = pairs(numbers);
    int[] features = Arrays.copyOf(numbers, numbers.length + paired.length);
    int count = numbers.length;
    for (long pair : paired) {
      int at = Arrays.binarySearch(pairs, pair);
      if (at >= 0) {
        features[count++] = words.size() + at;
      }
    }
    return Arrays.stream(features, 0, count)
        .filter(feature -> feature != Vocabulary.UNKNOWN)
        .sorted()
        .distinct()
        .toArray();
  }
}
