package org.unroll.datasets.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/** Scripts that are written without spaces between words. */
public final class SpacelessScript {
  private static final Set<UnicodeScript> SCRIPTS =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);
  private static final int LOOKED_AT = 200;

  private SpacelessScript() {}

  /** Whether most letters of the first texts are of such scripts. */
  public static boolean isIn(List<String> texts) {
    int letters = 0;
    int spaceless = 0;
    for (String text : texts.subList(0, Math.min(LOOKED_AT, texts.size()))) {
      for (int c : text.codePoints().filter(Character::isLetter).toArray()) {
        letters++;
        spaceless += SCRIPTS.contains(UnicodeScript.of(c)) ? 1 : 0;
      }
    }
    return 2 * spaceless > letters;
  }
}
