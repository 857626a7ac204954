package org.unroll.datasets.catalog;

/** Tells relative paths that stay inside their folder from those that do not. */
final class SafePath {
  private SafePath() {}

  /** Whether a name with {@code /} (of an archive member, say) stays inside on every system. */
  static boolean isSafe(String name) {
    if (name.isEmpty() || name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
      return false;
    }
    if (name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
      return false;
    }
    for (String part : name.split("/")) {
      if (part.equals("..") || part.equals(".") || part.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The name as one of a single file, for folders of work in progress. */
  static String flat(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
