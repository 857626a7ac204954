package org.unroll.core.graph;

import java.util.Collection;

/** What the user may have meant. */
final class NearestName {
  private NearestName() {}

  /**
   * @return {@code "; did you mean 'x'?"} for the nearest of the names, or what there is if none is
   *     near
   */
  static String suggest(String wrong, Collection<String> names) {
    String nearest = "";
    int best = Math.max(2, wrong.length() / 2);
    for (String name : names) {
      int distance = distance(wrong, name);
      if (distance < best || distance == best && nearest.isEmpty()) {
        nearest = name;
        best = distance;
      }
    }
    return nearest.isEmpty()
        ? "; there are " + String.join(", ", names)
        : "; did you mean '" + nearest + "'?";
  }

  /** Letters to insert, delete or change (Levenshtein 1966). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
