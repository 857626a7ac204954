package org.unroll.datasets.sample;

import java.util.List;

/**
 * What a noun phrase of {@link TranslationGrammar} begins with.
 *
 * @param masculine in French, before a masculine noun
 * @param feminine in French, before a feminine noun
 */
record Determiner(String english, String masculine, String feminine) {
  static final List<Determiner> SINGULAR =
      List.of(
          new Determiner("the", "le", "la"),
          new Determiner("a", "un", "une"),
          new Determiner("this", "ce", "cette"),
          new Determiner("my", "mon", "ma"),
          new Determiner("every", "chaque", "chaque"));

  static final List<Determiner> PLURAL =
      List.of(
          new Determiner("the", "les", "les"),
          new Determiner("some", "des", "des"),
          new Determiner("these", "ces", "ces"),
          new Determiner("my", "mes", "mes"),
          new Determiner("two", "deux", "deux"),
          new Determiner("three", "trois", "trois"));

  /** Whether it is a, or some, which French has as un and des. */
  boolean indefinite() {
    return english.equals("a") || partial();
  }

  /** Whether it is some, which French has as des, or as de before an adjective. */
  boolean partial() {
    return english.equals("some");
  }

  String french(boolean ofFeminine) {
    return ofFeminine ? feminine : masculine;
  }
}
