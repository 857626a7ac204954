package org.unroll.datasets.table;

import java.util.regex.Pattern;

/** What stands in the cells of a table. */
public final class Cells {
  private static final Pattern THOUSANDS =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern WITH_COMMA =
      Pattern.compile(
          "[+-]?(\\d+|[1-9]\\d{0,2}([. \u00A0\u202F']\\d{3})+)?(,\\d*)?([eE][+-]?\\d+)?");
  private static final Pattern TRUE = Pattern.compile("true|yes", Pattern.CASE_INSENSITIVE);
  private static final Pattern FALSE = Pattern.compile("false|no", Pattern.CASE_INSENSITIVE);
  private static final Pattern EMPTY =
      Pattern.compile("|na|n/a|nan|null|none|-|\\?", Pattern.CASE_INSENSITIVE);

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
   * The number in a cell, NaN if it is empty; {@code 16,853} has a thousands separator. What is
   * true is 1, what is false 0.
   *
   * @param column for the message
   * @throws BadCell if it holds something else, or a number that nets cannot hold
   */
  public static double number(String cell, String column) {
    return number(cell, column, DecimalMark.POINT);
  }

  /** The same where the fraction stands behind another mark. */
  public static double number(String cell, String column, DecimalMark mark) {
    String text = cell.strip();
    if (EMPTY.matcher(text).matches()) {
      return Double.NaN;
    }
    if (TRUE.matcher(text).matches() || FALSE.matcher(text).matches()) {
      return TRUE.matcher(text).matches() ? 1 : 0;
    }
    String plain = mark == DecimalMark.POINT ? withPoint(text) : withComma(text);
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

  private static String withPoint(String text) {
    return THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
  }

  /** Points and spaces part thousands; a text that is written otherwise stays no number. */
  private static String withComma(String text) {
    return WITH_COMMA.matcher(text).matches()
        ? text.replaceAll("[. \u00A0\u202F']", "").replace(',', '.')
        : "";
  }
}
