package org.unroll.datasets.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands in a column of a table.
 *
 * @param cells without white space around; empty ones are part of it
 */
public record ColumnSketch(String name, List<String> cells) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Share of cells that may be something else in a column of one kind. */
  private static final double STRAY = 0.01;

  /** Rows that are numbered at least before it begins anew. */
  private static final int COUNTED = 5;

  /** Those that hold something. */
  public List<String> filled() {
    return cells.stream().filter(cell -> !cell.isEmpty()).toList();
  }

  /** How often each value occurs, in the order in which they first do. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    filled().forEach(cell -> counts.merge(cell, 1, Integer::sum));
    return counts;
  }

  /** Whether it holds numbers, with hardly a cell that does not. */
  public boolean isNumber(DecimalMark mark) {
    int numbers = 0;
    int others = 0;
    for (String cell : filled()) {
      if (isNumber(cell, mark)) {
        numbers += Double.isNaN(Cells.number(cell, name, mark)) ? 0 : 1;
      } else {
        others++;
      }
    }
    return numbers > 0 && others <= STRAY * (numbers + others);
  }

  private static boolean isNumber(String cell, DecimalMark mark) {
    try {
      Cells.number(cell, "", mark);
      return true;
    } catch (BadCell e) {
      return false;
    }
  }

  /** Numbers, whichever mark they have. */
  public boolean isNumber() {
    return isNumber(DecimalMark.POINT) || isNumber(DecimalMark.COMMA);
  }

  /** Those of its cells, with a point or a comma for a mark; cells that hold none are left out. */
  public List<Double> numbers() {
    DecimalMark mark = isNumber(DecimalMark.POINT) ? DecimalMark.POINT : DecimalMark.COMMA;
    List<Double> numbers = new ArrayList<>();
    for (String cell : filled()) {
      double number = isNumber(cell, mark) ? Cells.number(cell, name, mark) : Double.NaN;
      if (!Double.isNaN(number)) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** Whether it numbers rows: each number is that before and one, or begins anew. */
  public boolean isCount() {
    List<Double> numbers = numbers();
    int breaks = 0;
    for (int i = 1; i < numbers.size(); i++) {
      boolean anew = numbers.get(i) <= 1;
      if (numbers.get(i) != numbers.get(i - 1) + 1) {
        breaks += anew ? 1 : numbers.size();
      }
    }
    return numbers.size() > 1
        && numbers.size() == cells.size()
        && COUNTED * breaks < numbers.size();
  }

  /** Mean of characters in a cell that holds something. */
  public double characters() {
    return filled().stream().mapToInt(String::length).average().orElse(0);
  }

  /**
   * Words parted by white space, which a share of the filled cells does not exceed.
   *
   * @param share from 0 to 1
   */
  public int words(double share) {
    return quantile(filled().stream().map(cell -> SPACE.split(cell).length), share);
  }

  /** The same of characters. */
  public int characters(double share) {
    return quantile(filled().stream().map(String::length), share);
  }

  private static int quantile(Stream<Integer> counts, double share) {
    List<Integer> sorted = counts.sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1)));
  }

  /** The value of the first row that has one, cut to so many characters. */
  public String example(int most) {
    String first = filled().stream().findFirst().orElse("");
    return first.length() > most ? first.substring(0, most) + "…" : first;
  }
}
