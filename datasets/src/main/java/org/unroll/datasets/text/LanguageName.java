package org.unroll.datasets.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What languages are called in names of files and columns. */
public final class LanguageName {
  private static final Map<String, String> KNOWN = known();

  private LanguageName() {}

  private static Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale language = Locale.forLanguageTag(code);
      String name = language.getDisplayLanguage(Locale.ENGLISH);
      known.put(code, name);
      known.put(language.getISO3Language(), name);
      known.put(name.toLowerCase(Locale.ROOT), name);
    }
    return Map.copyOf(known);
  }

  /**
   * The English name of what a code ({@code de}, {@code deu}, {@code de-AT}) or a name means; empty
   * if it means none.
   */
  public static Optional<String> of(String word) {
    String first = word.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Optional.ofNullable(KNOWN.get(first));
  }

  /** The same with the word behind it, or the word alone. */
  public static String told(String word) {
    return of(word)
        .filter(name -> !name.equalsIgnoreCase(word))
        .map(name -> "%s (%s)".formatted(name, word))
        .orElse(word);
  }
}
