package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes reviews for one part of the data. Each of its sentences joins two or three constructions
 * (opening and form, connective and clause form). Every construction occurs in training, but which
 * ones meet is split: the pair (i, j) belongs to the part given by (i + j) mod 5.
 */
final class ReviewWriter {
  /** A part of the data. */
  enum Part {
    TEST,
    VALIDATION,
    TRAIN
  }

  private static final int GROUPS = 5; // one for test, one for validation, three for training

  private static final List<String> OPENINGS =
      List.of(
          "",
          "Honestly, ",
          "In short, ",
          "All in all, ",
          "Take it from me: ",
          "Looking back, ",
          "To be plain, ",
          "Let me say it at once: ",
          "Truth be told, ",
          "Well, ");

  private final Part part;
  private final Random random;

  ReviewWriter(Part part, long seed) {
    this.part = part;
    this.random = new Random(seed * Part.values().length + part.ordinal());
  }

  /** Two reviews alike but for the verdict, the praising one first. */
  List<Review> twins() {
    ReviewSubject subject = pick(List.of(ReviewSubject.values()));
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(sentence());
    if (random.nextInt(4) == 0) {
      sentences.add(sentence());
    }
    String remark = random.nextInt(3) == 0 ? pick(subject.remarks()) : "";
    boolean remarkFirst = random.nextBoolean();
    ReviewWords words = new ReviewWords(subject, random);
    List<Review> twins = new ArrayList<>();
    for (boolean praising : new boolean[] {true, false}) {
      String text = text(sentences, words.again(), praising);
      String whole = remarkFirst ? remark + " " + text : text + " " + remark;
      twins.add(new Review(whole.strip(), praising, frames(sentences)));
    }
    return twins;
  }

  /** A sentence to be written with any words for either verdict. */
  private record Sentence(String opening, Body body, List<String> frames) {}

  private interface Body {
    String write(ReviewWords words, boolean praising);
  }

  private Sentence sentence() {
    int kind = random.nextInt(100);
    return kind < 20 ? clause() : kind < 72 ? compound() : verdict();
  }

  private Sentence clause() {
    int opening = random.nextInt(OPENINGS.size());
    ClauseForm form = pick(partners(opening, ClauseForm.values()));
    return new Sentence(
        OPENINGS.get(opening),
        (words, praising) -> form.clause(words, praising) + ".",
        List.of("opening " + opening + " + " + form));
  }

  private Sentence verdict() {
    int opening = random.nextInt(OPENINGS.size());
    VerdictForm form = pick(partners(opening, VerdictForm.values()));
    return new Sentence(
        OPENINGS.get(opening), form::verdict, List.of("opening " + opening + " + " + form));
  }

  private Sentence compound() {
    Connective connective = pick(List.of(Connective.values()));
    ClauseForm first = pick(partners(connective.ordinal(), ClauseForm.values()));
    ClauseForm second = pick(partners(connective.ordinal(), ClauseForm.values()));
    return new Sentence(
        random.nextInt(3) == 0 ? pick(OPENINGS) : "",
        (words, praising) ->
            connective.join(
                first.clause(words, praising != connective.contrasting()),
                second.clause(words, praising)),
        List.of(connective + " + " + first, connective + " + " + second));
  }

  /** Those constructions that may meet construction {@code i} in this part. */
  private <T extends Enum<T>> List<T> partners(int i, T[] constructions) {
    List<T> partners = new ArrayList<>();
    for (T construction : constructions) {
      int group = (i + construction.ordinal()) % GROUPS;
      if (part.ordinal() == Math.min(group, Part.TRAIN.ordinal())) {
        partners.add(construction);
      }
    }
    return partners;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String text(List<Sentence> sentences, ReviewWords words, boolean praising) {
    StringBuilder text = new StringBuilder();
    for (Sentence sentence : sentences) {
      String body = sentence.opening() + sentence.body().write(words, praising);
      text.append(text.isEmpty() ? "" : " ").append(capitals(body));
    }
    return text.toString();
  }

  /** A capital at the start and after a full stop. */
  private static String capitals(String text) {
    StringBuilder written = new StringBuilder(text);
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (start && Character.isLetter(c)) {
        written.setCharAt(i, Character.toUpperCase(c));
        start = false;
      }
      start |= c == '.' || c == '?';
    }
    return written.toString();
  }

  private static List<String> frames(List<Sentence> sentences) {
    List<String> frames = new ArrayList<>();
    for (Sentence sentence : sentences) {
      frames.addAll(sentence.frames());
    }
    return List.copyOf(frames);
  }
}
