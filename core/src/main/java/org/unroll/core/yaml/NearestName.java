package org.unroll.core.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What the user may have meant by a name that is not known. Pure. */
public final class NearestName {
  /** Names longer than this allow no more edits than one of this length. */
  private static final int LONGEST = 60;

  private NearestName() {}

  /** The known name with the fewest edits, case ignored, if about two thirds of it are right. */
  public static Optional<String> of(String name, Collection<String> known) {
    Optional<String> best = Optional.empty();
    int fewest = (Math.min(name.length(), LONGEST) + 2) / 3 + 1;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - name.length()) >= fewest) {
        continue;
      }
      int edits = edits(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (edits < fewest && edits < candidate.length()) {
        fewest = edits;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  /** {@code "; did you mean 'lstm'?"}, or all known names if none is near. */
  public static String suggest(String name, Collection<String> known) {
    return of(name, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("; there are " + String.join(", ", known));
  }

  /**
   * Edit distance in which swapping two neighbours counts once (optimal string alignment, Damerau
   * 1964).
   */
  static int edits(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int insertOrDelete = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        distance[i][j] = Math.min(distance[i - 1][j - 1] + change, insertOrDelete);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
        }
      }
    }
    return distance[a.length()][b.length()];
  }
}
