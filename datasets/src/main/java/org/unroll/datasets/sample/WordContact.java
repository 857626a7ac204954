package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of words beside each other: elision and contraction in French, a and an. */
final class WordContact {
  private static final String VOWELS = "aeiouéêâhœ";

  /** French words before a vowel. Every h of the sample is silent. */
  private static final Map<String, String> BEFORE_VOWEL =
      Map.of(
          "le", "l'", "la", "l'", "de", "d'", "que", "qu'", "ne", "n'", "ce", "cet", "ma", "mon",
          "beau", "bel", "vieux", "vieil", "nouveau", "nouvel");

  private WordContact() {}

  /** Words as the grammar gives them; {@code _} at the end of one bars what follows it. */
  static List<String> french(List<String> words) {
    List<String> spelt = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      if (word.equals("de") && next.equals("les")) {
        spelt.add("des");
        i++;
      } else if (word.equals("de") && next.equals("le") && !vowel(words.get(i + 2), VOWELS)) {
        spelt.add("du");
        i++;
      } else {
        String changed = vowel(next, VOWELS) ? BEFORE_VOWEL.getOrDefault(word, word) : word;
        spelt.add(changed.replace("_", ""));
      }
    }
    return spelt;
  }

  static List<String> english(List<String> words) {
    List<String> spelt = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean an = words.get(i).equals("a") && vowel(words.get(i + 1), "aeiou");
      spelt.add(an ? "an" : words.get(i));
    }
    return spelt;
  }

  private static boolean vowel(String word, String vowels) {
    return !word.isEmpty() && vowels.indexOf(word.charAt(0)) >= 0;
  }
}
