package org.unroll.datasets.table;

import java.util.regex.Pattern;

/** What stands in the cells of a table. */
public final class Cells {
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern EMPTY =
      Pattern.compile("|na|n/a|nan|null|none|-", Pattern.CASE_INSENSITIVE);

  /** Squares of larger numbers are beyond a float. */
  private static final double LARGEST = 1e18;

  private Cells() {}

  /**
   * The text in a cell.
   *
   * @param column for the message
   * @throws BadCell if it is empty
   */
  public static String filled(String cell, String column) {
    String text = cell.strip();
    if (text.isEmpty()) {
      throw new BadCell("nothing in column \"" + column + "\"");
    }
    return text;
  }

  /**
   * The number in a cell, NaN if it is empty; {@code 16,853} has a thousands separator.
   *
   * @param column for the message
   * @throws BadCell if it holds something else, or a number that nets cannot hold
   */
  public static double number(String cell, String column) {
    String text = cell.strip();
    if (EMPTY.matcher(text).matches()) {
      return Double.NaN;
    }
    String plain = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
    double number;
    try {
      number = Double.parseDouble(plain);
    } catch (NumberFormatException e) {
      throw new BadCell("'" + text + "' in column '" + column + "' is no number");
    }
    if (!(Math.abs(number) <= LARGEST)) {
      throw new BadCell("'" + text + "' in column '" + column + "' is beyond " + LARGEST);
    }
    return number;
  }
}
