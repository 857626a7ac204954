package org.unroll.core.app;

/**
 * An option of {@code init} by which the user says what a file does not.
 *
 * @param name of the option, without dashes, such as {@code label}
 * @param value what stands behind it, for the help text, such as {@code COLUMN}
 * @param description one line
 * @param several whether commas part values
 */
public record Hint(String name, String value, String description, boolean several) {
  /** One that names a column. */
  public static Hint column(String name, String description) {
    return new Hint(name, "COLUMN", description, false);
  }

  /** One that names columns. */
  public static Hint columns(String name, String description) {
    return new Hint(name, "COLUMN", description, true);
  }

  /** One that is a whole number, at least 1. */
  public static Hint number(String name, String description) {
    return new Hint(name, "N", description, false);
  }
}
