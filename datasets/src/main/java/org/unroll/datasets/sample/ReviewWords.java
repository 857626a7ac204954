package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The words of one review, drawn once and handed out one by one. The praising and the damning twin
 * of a review take from equal words, so that most twins differ in the order of words only.
 */
final class ReviewWords {
  private static final List<String> ADVERBS =
      List.of("", "", "", "truly ", "really ", "quite ", "simply ");

  private final ReviewSubject subject;
  private final List<String> aspects;
  private final List<String> positive;
  private final List<String> negative;
  private final List<String> adverbs;
  private final boolean coin;
  private int aspect;
  private int praise;
  private int blame;
  private int adverb;

  ReviewWords(ReviewSubject subject, Random random) {
    this.subject = subject;
    this.aspects = shuffled(subject.aspects(), random);
    this.positive = shuffled(subject.adjectives(true), random);
    this.negative = shuffled(subject.adjectives(false), random);
    this.adverbs = shuffled(ADVERBS, random);
    this.coin = random.nextBoolean();
  }

  private ReviewWords(ReviewWords other) {
    this.subject = other.subject;
    this.aspects = other.aspects;
    this.positive = other.positive;
    this.negative = other.negative;
    this.adverbs = other.adverbs;
    this.coin = other.coin;
  }

  /** The same words from the start. */
  ReviewWords again() {
    return new ReviewWords(this);
  }

  private static List<String> shuffled(List<String> words, Random random) {
    List<String> copy = new ArrayList<>(words);
    Collections.shuffle(copy, random);
    return List.copyOf(copy);
  }

  String noun() {
    return subject.noun();
  }

  String verb() {
    return subject.verb();
  }

  /** "the plot"; another one each time. */
  String aspect() {
    return "the " + aspects.get(aspect++ % aspects.size());
  }

  /** An adjective that praises or one that damns; another one each time. */
  String adjective(boolean praising) {
    return praising
        ? positive.get(praise++ % positive.size())
        : negative.get(blame++ % negative.size());
  }

  /** The adjective with its article: "an awful". */
  String article(boolean praising) {
    String adjective = adjective(praising);
    return ("aeiou".indexOf(adjective.charAt(0)) >= 0 && !adjective.equals("useless")
            ? "an "
            : "a ")
        + adjective;
  }

  /** A strengthening adverb with a space behind, often none. */
  String adverb() {
    return adverbs.get(adverb++ % adverbs.size());
  }

  /** The same for both twins. */
  boolean coin() {
    return coin;
  }
}
