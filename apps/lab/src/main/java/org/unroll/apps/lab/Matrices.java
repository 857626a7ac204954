package org.unroll.apps.lab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.app.Net;
import org.unroll.core.metric.Table;

/** The weights of a small net as they are written by hand: a row a unit. */
final class Matrices {
  private static final int MOST_UNITS = 12;
  private static final int DECIMALS = 2;

  private Matrices() {}

  /** One for each matrix that is small enough to be read, in the order of the graph. */
  static List<Table> tables(Net net) {
    List<Table> tables = new ArrayList<>();
    net.matrices()
        .forEach(
            (name, columns) -> { // [in][units]
              if (columns[0].length <= MOST_UNITS && columns.length <= MOST_UNITS) {
                tables.add(table(name, columns));
              }
            });
    return tables;
  }

  private static Table table(String name, float[][] columns) {
    List<String> header = new ArrayList<>(List.of("unit"));
    for (int input = 0; input < columns.length; input++) {
      header.add(columns.length == 1 ? "value" : String.valueOf(input + 1));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int unit = 0; unit < columns[0].length; unit++) {
      List<String> row = new ArrayList<>(List.of(String.valueOf(unit + 1)));
      for (float[] column : columns) {
        row.add(number(column[unit]));
      }
      rows.add(row);
    }
    return new Table(title(name), header, rows);
  }

  /** {@code cells_RW} is what the layer makes of its own last output. */
  private static String title(String name) {
    int end = name.lastIndexOf('_');
    String node = name.substring(0, end);
    return switch (name.substring(end + 1)) {
      case "W" -> node + ": input weights";
      case "RW" -> node + ": recurrent weights";
      case "b" -> node + ": bias";
      default -> name;
    };
  }

  /** Two decimals at most: 1, 0.5, -0.25. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
