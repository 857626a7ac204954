package org.unroll.core.yaml;

import java.util.Comparator;

/**
 * Where something was written: a file with line and column from 1, or a setting of the command line
 * ({@code line} 0).
 *
 * @param layer the layer's number, 0 for the defaults; later layers win
 * @param source the file's name, or the setting as typed
 */
record Position(int layer, String source, int line, int column) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::layer)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  static Position ofSetting(int layer, String setting) {
    return new Position(layer, "-s " + setting, 0, 0);
  }

  /** The same layer, another place; a setting has only one place. */
  Position at(int newLine, int newColumn) {
    return line == 0 ? this : new Position(layer, source, newLine, newColumn);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
