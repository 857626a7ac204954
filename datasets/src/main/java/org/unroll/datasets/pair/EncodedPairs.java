package org.unroll.datasets.pair;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.unroll.core.data.Derived;
import org.unroll.core.data.StoredList;
import org.unroll.datasets.text.Language;
import org.unroll.datasets.text.SentencePair;

/**
 * Sentence pairs as numbers. A source ends with its language's end, so that it is never empty; a
 * target has neither start nor end. Immutable and thread-safe.
 */
public final class EncodedPairs {
  /** Target lengths that are told apart when pairs are put together. */
  private static final int LENGTHS = 1 << 12;

  private final List<int[]> sources;
  private final List<int[]> targets;
  private final int start;
  private final int end;

  private EncodedPairs(List<int[]> sources, List<int[]> targets, Language target) {
    this.sources = sources;
    this.targets = targets;
    this.start = target.start();
    this.end = target.end();
  }

  /**
   * @param maxLength numbers kept of a longer sentence, from its start
   */
  public static EncodedPairs of(
      List<SentencePair> pairs, Language source, Language target, int maxLength) {
    return new EncodedPairs(
        encoded(pairs, pair -> source(source, pair.source(), maxLength)),
        encoded(pairs, pair -> cut(target.encode(pair.target()), maxLength)),
        target);
  }

  /** Sentences whose translations are not known; their targets are empty. */
  public static EncodedPairs untranslated(
      List<String> sentences, Language source, Language target, int maxLength) {
    List<int[]> sources = encoded(sentences, each -> source(source, each, maxLength));
    return new EncodedPairs(sources, Collections.nCopies(sources.size(), new int[0]), target);
  }

  private static <T> List<int[]> encoded(List<T> sentences, Function<T, int[]> numbers) {
    return StoredList.numbers(Derived.of(sentences, numbers));
  }

  private static int[] source(Language language, String sentence, int maxLength) {
    int[] words = cut(language.encode(sentence), maxLength);
    int[] ended = Arrays.copyOf(words, words.length + 1);
    ended[words.length] = language.end();
    return ended;
  }

  private static int[] cut(int[] words, int maxLength) {
    return words.length <= maxLength ? words : Arrays.copyOf(words, maxLength);
  }

  /** Pairs there are. */
  public int size() {
    return sources.size();
  }

  /** The numbers of source {@code i}, its end the last; not to be changed. */
  public int[] source(int i) {
    return sources.get(i);
  }

  /** The numbers of target {@code i}; not to be changed. */
  public int[] target(int i) {
    return targets.get(i);
  }

  /** The number that stands before the first word of a target. */
  int start() {
    return start;
  }

  /** The number that is to be written after the last word of a target. */
  public int end() {
    return end;
  }

  /**
   * Numbers by which pairs sort by source length, those of one by target length, up and down in
   * turn: a batch that spans two source lengths then has targets of like length all the same.
   */
  int[] lengths() {
    int[] lengths = new int[size()];
    for (int i = 0; i < lengths.length; i++) {
      int source = source(i).length;
      int target = Math.min(LENGTHS - 1, target(i).length);
      lengths[i] = source * LENGTHS + (source % 2 == 0 ? target : LENGTHS - 1 - target);
    }
    return lengths;
  }
}
