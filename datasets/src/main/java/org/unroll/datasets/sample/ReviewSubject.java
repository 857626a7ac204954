package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;

/** What the reviews of the sample are about, and the words that fit it. */
enum ReviewSubject {
  FILM(
      "film",
      "is",
      List.of(
          "acting",
          "plot",
          "script",
          "music",
          "ending",
          "dialogue",
          "camera work",
          "opening scene",
          "final act",
          "cast"),
      List.of("gripping", "clever"),
      List.of("predictable", "tedious"),
      List.of(
          "We saw it on a Sunday afternoon.",
          "It runs for two hours.",
          "I watched it with my brother.")),
  RESTAURANT(
      "restaurant",
      "was",
      List.of(
          "soup", "fish", "bread", "dessert", "service", "wine", "coffee", "menu", "music",
          "waiter"),
      List.of("heavenly", "first-rate"),
      List.of("bland", "careless"),
      List.of(
          "We went on a Tuesday evening.",
          "We had a table by the window.",
          "There were four of us.")),
  BOOK(
      "book",
      "is",
      List.of(
          "prose",
          "plot",
          "first chapter",
          "last chapter",
          "hero",
          "heroine",
          "dialogue",
          "ending",
          "translation",
          "narrator"),
      List.of("gripping", "clever"),
      List.of("predictable", "tedious"),
      List.of(
          "I read it on the train.",
          "It has three hundred pages.",
          "I borrowed it from the library.")),
  LAPTOP(
      "laptop",
      "is",
      List.of(
          "keyboard",
          "screen",
          "battery",
          "sound",
          "camera",
          "hinge",
          "manual",
          "charger",
          "touchpad",
          "packaging"),
      List.of("reliable", "well-made"),
      List.of("flimsy", "useless"),
      List.of("I bought it in March.", "I have used it for a month.", "Mine is the grey one."));

  private final String noun;
  private final String verb;
  private final List<String> aspects;
  private final List<String> positive;
  private final List<String> negative;
  private final List<String> remarks;

  ReviewSubject(
      String noun,
      String verb,
      List<String> aspects,
      List<String> positive,
      List<String> negative,
      List<String> remarks) {
    this.noun = noun;
    this.verb = verb;
    this.aspects = aspects;
    this.positive = joined(General.POSITIVE, positive);
    this.negative = joined(General.NEGATIVE, negative);
    this.remarks = remarks;
  }

  private static List<String> joined(List<String> general, List<String> own) {
    List<String> all = new ArrayList<>(general);
    all.addAll(own);
    return List.copyOf(all);
  }

  String noun() {
    return noun;
  }

  /** "is", or "was" for what is over. */
  String verb() {
    return verb;
  }

  /** Its parts, all singular. */
  List<String> aspects() {
    return aspects;
  }

  List<String> adjectives(boolean praising) {
    return praising ? positive : negative;
  }

  /** Sentences that say nothing for or against. */
  List<String> remarks() {
    return remarks;
  }

  /**
   * Words that fit every subject; a nested class because constants are made before static fields.
   */
  private static final class General {
    static final List<String> POSITIVE =
        List.of(
            "superb",
            "wonderful",
            "brilliant",
            "excellent",
            "delightful",
            "charming",
            "splendid",
            "lovely",
            "impressive",
            "memorable",
            "great",
            "good",
            "marvellous",
            "outstanding",
            "terrific",
            "beautiful");
    static final List<String> NEGATIVE =
        List.of(
            "awful",
            "dreadful",
            "poor",
            "terrible",
            "weak",
            "disappointing",
            "tiresome",
            "clumsy",
            "dull",
            "mediocre",
            "forgettable",
            "bad",
            "horrible",
            "sloppy",
            "dismal",
            "ugly");

    private General() {}
  }
}
