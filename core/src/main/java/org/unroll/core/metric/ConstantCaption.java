package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The caption that scores best if it is given to every image: what a model is worth that does not
 * look.
 *
 * <p>Every training caption is scored, none is left out by a guess: of a sentence that is the same
 * everywhere BLEU needs only to know how many images have each of its n-grams in their references,
 * and these numbers are counted once. The image that a caption is of does not count, for it has the
 * whole sentence; on few images that alone would decide.
 *
 * @param caption as it stands in the data
 * @param bleu4 of all other training images, from 0 to 100
 */
public record ConstantCaption(String caption, double bleu4) {
  /** More images would fill the memory with n-grams and choose hardly another caption. */
  private static final int MOST_IMAGES = 10_000;

  /**
   * The training caption with the highest {@code bleu-4} as {@link CaptionScores} counts it; of
   * equals the first. Of more than 10,000 images it reads as many, spread evenly.
   *
   * @param training of each training image one or more captions, as texts
   * @throws IllegalArgumentException if there is no image
   */
  public static ConstantCaption best(List<List<String>> training) {
    if (training.isEmpty()) {
      throw new IllegalArgumentException("no training image has a caption");
    }
    List<List<String>> images = spread(training);
    Sums sums = new Sums();
    for (List<String> captions : images) {
      sums.add(references(captions));
    }
    ConstantCaption best = new ConstantCaption("", -1);
    for (List<String> captions : images) {
      References own = references(captions);
      for (int i = 0; i < captions.size(); i++) {
        double score = sums.without(own, own.sentences().get(i)).get(CocoBleu.ORDER - 1).score();
        if (score > best.bleu4) {
          best = new ConstantCaption(captions.get(i), score);
        }
      }
    }
    return best;
  }

  private static List<List<String>> spread(List<List<String>> training) {
    List<List<String>> spread = new ArrayList<>();
    long most = Math.min(training.size(), MOST_IMAGES);
    for (long i = 0; i < most; i++) {
      spread.add(training.get((int) (i * training.size() / most)));
    }
    return spread;
  }

  private static References references(List<String> captions) {
    return new References(captions.stream().map(CaptionWords::of).toList(), CocoBleu.ORDER);
  }

  /** What there is to know of all images to score one caption for all of them. */
  private static final class Sums {
    private final DocumentFrequency frequency = new DocumentFrequency(CocoBleu.ORDER);
    private final List<int[]> lengths = new ArrayList<>();
    private final Map<Integer, Long> closest = new HashMap<>(); // by length of the caption

    void add(References references) {
      frequency.add(references);
      lengths.add(references.lengths());
    }

    /** The scores of a caption over all images but its own. */
    List<BleuScore> without(References own, List<String> caption) {
      long others = lengths.size() - 1;
      int length = caption.size();
      BleuCounts counts = new BleuCounts(CocoBleu.ORDER);
      counts.addLengths(others * length, closest(length) - own.closest(length));
      for (int n = 1; n <= CocoBleu.ORDER; n++) {
        NgramCounts ngrams = NgramCounts.ofWords(caption, n);
        long matches = frequency.matches(ngrams) - ngrams.matches(own.most(n));
        counts.addNgrams(n, others * ngrams.total(), matches);
      }
      return CocoBleu.scores(counts);
    }

    private long closest(int length) {
      return closest.computeIfAbsent(
          length,
          wanted -> lengths.stream().mapToLong(each -> References.closest(each, wanted)).sum());
    }
  }
}
