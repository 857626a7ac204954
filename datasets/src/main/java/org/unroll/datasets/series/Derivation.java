package org.unroll.datasets.series;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("A column computed from others.")
public record Derivation(
    @Doc(
            "mean: of the columns; power: a column to the power by; smooth: its mean over the last by steps; above: what it exceeds by with, else 0; below: what it falls short of by with, else 0.")
        Kind kind,
    @Doc("The columns; w* stands for all whose name starts with w.") List<String> of,
    @Doc("Exponent, steps or threshold.") @Default("2") @Range(min = -1e6, max = 1e6) double by)
    implements Checked {

  /** How it is computed. */
  public enum Kind {
    MEAN,
    POWER,
    SMOOTH,
    ABOVE,
    BELOW
  }

  @Override
  public void check(String path, Problems problems) {
    if (of.isEmpty() || kind != Kind.MEAN && of.size() != 1) {
      problems.add(path + ".of", kind == Kind.MEAN ? "name the columns" : "name one column");
    }
    if (kind == Kind.SMOOTH && (by < 1 || by > 1000)) {
      problems.add(path + ".by", "expected 1 to 1000 steps");
    }
  }

  /** The names that {@link #of} stands for. */
  List<String> sources(List<String> columns) {
    List<String> found = new ArrayList<>();
    for (String name : of) {
      if (!name.endsWith("*")) {
        found.add(name);
        continue;
      }
      String prefix = name.substring(0, name.length() - 1);
      columns.stream().filter(column -> column.startsWith(prefix)).forEach(found::add);
    }
    if (found.isEmpty()) {
      throw new UserError(
          "series.derive: no column is called "
              + String.join(", ", of)
              + "; there are "
              + String.join(", ", columns));
    }
    return found;
  }

  /**
   * @param columns the source columns, as many steps each; NaN where a value is missing
   */
  double[] apply(double[][] columns) {
    double[] result = new double[columns[0].length];
    for (int step = 0; step < result.length; step++) {
      double value = columns[0][step];
      result[step] =
          switch (kind) {
            case MEAN -> mean(columns, step);
            case POWER -> Math.pow(value, by);
            case SMOOTH -> recent(columns[0], step);
            case ABOVE -> Double.isNaN(value) ? value : Math.max(0, value - by);
            case BELOW -> Double.isNaN(value) ? value : Math.max(0, by - value);
          };
    }
    return result;
  }

  /** Of those that have a value. */
  private static double mean(double[][] columns, int step) {
    double sum = 0;
    int count = 0;
    for (double[] column : columns) {
      if (!Double.isNaN(column[step])) {
        sum += column[step];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private double recent(double[] column, int step) {
    if (Double.isNaN(column[step])) {
      return Double.NaN;
    }
    double sum = 0;
    int count = 0;
    for (int s = Math.max(0, step + 1 - (int) by); s <= step; s++) {
      if (!Double.isNaN(column[s])) {
        sum += column[s];
        count++;
      }
    }
    return sum / count;
  }
}
