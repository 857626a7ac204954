package org.unroll.datasets.sample;

/** Writes what stands in quotes: sentences of somebody who does something. Not thread-safe. */
final class StreamProse {
  private static final int SHORT = 22; // characters of a clause that another may follow

  /** Shares of what there may be. */
  private static final double PLACED = 0.3;

  private static final double LINKED = 0.5;
  private static final double ASIDE = 0.1;
  private static final double PLURAL = 0.5;
  private static final double HOW = 0.3;
  private static final double DEFINITE = 0.4;
  private static final double DESCRIBED = 0.4;

  private final StreamTopic nouns;
  private final StreamDraws draws;

  StreamProse(StreamTopic nouns, StreamDraws draws) {
    this.nouns = nouns;
    this.draws = draws;
  }

  String quote() {
    String clause = clause(draws.chance(PLACED));
    if (clause.length() < SHORT && draws.chance(LINKED)) {
      clause += " " + draws.pick(StreamWords.LINKS) + " " + clause(false);
    }
    return '"' + clause + (draws.chance(ASIDE) ? draws.pick(StreamWords.ASIDES) : "") + '"';
  }

  /** The verb agrees with the first noun, also over a place between them. */
  private String clause(boolean placed) {
    boolean plural = draws.chance(PLURAL);
    String subject = person(plural ? "s" : "");
    String place = placed ? draws.pick(StreamWords.PLACES) + " " + person("") + " " : "";
    String verb = draws.pick(StreamWords.VERBS) + (plural ? "" : "s");
    String adverb = draws.chance(HOW) ? " " + draws.pick(StreamWords.ADVERBS) : "";
    return subject + " " + place + verb + adverb;
  }

  private String person(String ending) {
    String determiner = draws.chance(DEFINITE) ? "the " : draws.pick(StreamWords.DETERMINERS) + " ";
    String adjective = draws.chance(DESCRIBED) ? draws.pick(StreamWords.ADJECTIVES) + " " : "";
    return determiner + adjective + nouns.word() + ending;
  }
}
