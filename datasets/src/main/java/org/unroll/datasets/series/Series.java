package org.unroll.datasets.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.yaml.NearestName;

/**
 * One regular series: a value of every column at every step, NaN where none is known. Immutable.
 */
public final class Series {
  private final String id;
  private final TimeAxis axis;
  private final List<String> columns;
  private final double[][] values; // [column][step]

  /**
   * @param values {@code [column][step]}; not copied, so not to be changed
   */
  public Series(String id, TimeAxis axis, List<String> columns, double[][] values) {
    this.id = id;
    this.axis = axis;
    this.columns = List.copyOf(columns);
    this.values = values;
  }

  public String id() {
    return id;
  }

  public TimeAxis axis() {
    return axis;
  }

  public List<String> columns() {
    return columns;
  }

  /** Steps. */
  public int length() {
    return values[0].length;
  }

  /** The values of a column; not to be changed. */
  public double[] values(String column) {
    return values[place(column)];
  }

  private int place(String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new UserError(
          "there is no column '" + column + "'" + NearestName.suggest(column, columns));
    }
    return place;
  }

  /** The same without the first steps, in which no target is known. */
  Series fromFirst(List<String> targets) {
    int first = length();
    for (String target : targets) {
      double[] column = values(target);
      int step = 0;
      while (step < first && Double.isNaN(column[step])) {
        step++;
      }
      first = step;
    }
    return first == length() ? this : slice(first, length());
  }

  /**
   * The steps from {@code from} up to {@code to}, the latter not included. Of steps before the
   * first, from a negative one, nothing is known.
   */
  public Series slice(int from, int to) {
    double[][] cut = new double[values.length][to - from];
    int before = Math.max(0, -from);
    for (int column = 0; column < cut.length; column++) {
      Arrays.fill(cut[column], 0, before, Double.NaN);
      System.arraycopy(values[column], from + before, cut[column], before, to - from - before);
    }
    return new Series(id, axis.from(from), columns, cut);
  }

  /** The same with at least so many steps; nothing is known of the further ones. */
  public Series extended(int length) {
    if (length <= length()) {
      return this;
    }
    double[][] longer = new double[values.length][];
    for (int column = 0; column < longer.length; column++) {
      longer[column] = Arrays.copyOf(values[column], length);
      Arrays.fill(longer[column], length(), length, Double.NaN);
    }
    return new Series(id, axis, columns, longer);
  }

  /** The same with further columns. */
  Series with(Map<String, Derivation> derivations) {
    Series series = this;
    for (Map.Entry<String, Derivation> each : derivations.entrySet()) {
      series = series.with(each.getKey(), each.getValue());
    }
    return series;
  }

  private Series with(String name, Derivation derivation) {
    if (columns.contains(name)) {
      throw new UserError("series.derive." + name + ": there is a column of this name already");
    }
    List<String> sources = derivation.sources(columns);
    double[][] from = new double[sources.size()][];
    for (int i = 0; i < from.length; i++) {
      from[i] = values(sources.get(i));
    }
    List<String> names = new ArrayList<>(columns);
    names.add(name);
    double[][] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = derivation.apply(from);
    return new Series(id, axis, names, all);
  }
}
