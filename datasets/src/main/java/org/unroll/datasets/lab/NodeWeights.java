package org.unroll.datasets.lab;

import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.app.Net;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;

@Doc(
    "Weights of a node by hand, written as in h = W x + R h + b: a row a unit. Of an lstm or gru the rows of its gates stand below each other.")
public record NodeWeights(
    @Doc("W, by which the node's input is multiplied.") @Default("[]") List<List<Double>> input,
    @Doc("R, by which a recurrent layer's last output is multiplied.") @Default("[]")
        List<List<Double>> recurrent,
    @Doc("b, a number a unit.") @Default("[]") List<Double> bias) {
  private static final String INPUT = "W";
  private static final String RECURRENT = "RW";
  private static final String BIAS = "b";

  /**
   * Sets those that are given.
   *
   * @throws UserError if the node has no such weights, or of another size
   */
  public void putInto(Net net, String node) {
    if (!input.isEmpty()) {
      put(net, node, INPUT, "input", transposed("weights." + node + ".input", input));
    }
    if (!recurrent.isEmpty()) {
      put(
          net,
          node,
          RECURRENT,
          "recurrent",
          transposed("weights." + node + ".recurrent", recurrent));
    }
    if (!bias.isEmpty()) {
      float[] numbers = new float[bias.size()];
      for (int unit = 0; unit < numbers.length; unit++) {
        numbers[unit] = bias.get(unit).floatValue();
      }
      put(net, node, BIAS, "bias", new float[][] {numbers});
    }
  }

  private static void put(Net net, String node, String part, String key, float[][] matrix) {
    String path = "weights." + node + "." + key;
    Map<String, float[][]> there = net.matrices();
    String name = node + "_" + part;
    if (!there.containsKey(name)) {
      throw new UserError(path + ": the node has no such weights; remove the key");
    }
    float[][] present = there.get(name);
    if (present.length != matrix.length || present[0].length != matrix[0].length) {
      throw new UserError(
          part.equals(BIAS)
              ? "%s: expected %d numbers, found %d"
                  .formatted(path, present[0].length, matrix[0].length)
              : "%s: expected %d rows of %d numbers, found %d of %d"
                  .formatted(
                      path, present[0].length, present.length, matrix[0].length, matrix.length));
    }
    net.setMatrix(name, matrix);
  }

  /** DL4J has a column a unit. */
  private static float[][] transposed(String path, List<List<Double>> rows) {
    float[][] matrix = new float[rows.get(0).size()][rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      List<Double> numbers = rows.get(row);
      if (numbers.size() != matrix.length || matrix.length == 0) {
        throw new UserError(
            "%s: row %d has %d numbers, the first has %d; expected at least one, and as many in each"
                .formatted(path, row + 1, numbers.size(), matrix.length));
      }
      for (int column = 0; column < matrix.length; column++) {
        matrix[column][row] = numbers.get(column).floatValue();
      }
    }
    return matrix;
  }
}
