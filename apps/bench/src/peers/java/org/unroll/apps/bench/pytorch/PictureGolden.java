package org.unroll.apps.bench.pytorch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.unroll.core.Json;

/**
 * Writes what PyTorch makes of small pictures, in double precision: the values to which {@code
 * PictureGoldenTest} in {@code core} holds its layers. After {@code mvn -Pcpu,peers -DskipTests
 * package}:
 *
 * <pre>
 * java -cp apps/bench/target/classes:$(cat apps/bench/target/classpath.txt) \
 *   org.unroll.apps.bench.pytorch.PictureGolden \
 *   &gt; core/src/test/resources/org/unroll/core/graph/picture-golden.json
 * </pre>
 *
 * A case is a node as the YAML has it and what it reads: {@code [c, h, w]} a picture, with lengths
 * frames, {@code [n]} a sequence.
 */
final class PictureGolden {
  private static final String CASES =
      """
      {"node": {"layer": "conv", "filters": 3, "kernel": [3, 2]}, "shape": [2, 4, 3]}
      {"node": {"layer": "conv", "filters": 2, "kernel": 4, "stride": [2, 1]}, "shape": [2, 5, 4]}
      {"node": {"layer": "conv", "filters": 2, "kernel": [2, 3], "stride": 2, "padding": "valid",\
       "bias": false}, "shape": [2, 5, 5]}
      {"node": {"layer": "conv", "filters": 2, "padding": "2", "dilation": 2}, "shape": [2, 4, 5]}
      {"node": {"layer": "conv", "filters": 4, "kernel": 2, "padding": "1", "groups": 2},\
       "shape": [4, 3, 2]}
      {"node": {"layer": "conv", "filters": 6, "kernel": [2, 3], "groups": 3}, "shape": [3, 3, 2]}
      {"node": {"layer": "conv", "filters": 2, "kernel": 2, "dilation": [1, 2], "groups": 2},\
       "shape": [2, 3, 4], "lengths": [1, 2]}
      {"node": {"layer": "conv1d", "filters": 3, "kernel": 4}, "shape": [2], "lengths": [5, 3]}
      {"node": {"layer": "conv1d", "filters": 2, "dilation": 2}, "shape": [3], "lengths": [6, 4]}
      {"node": {"layer": "conv1d", "filters": 2, "dilation": 2, "causal": true}, "shape": [3],\
       "lengths": [4, 6]}
      {"node": {"vertex": "pool", "kind": "max"}, "shape": [2, 4, 3]}
      {"node": {"vertex": "pool", "kind": "max", "size": 3, "stride": [1, 2], "padding": "1"},\
       "shape": [1, 4, 3]}
      {"node": {"vertex": "pool", "kind": "max", "size": [3, 2], "stride": 2, "padding": "same"},\
       "shape": [2, 5, 3]}
      {"node": {"vertex": "pool", "kind": "mean", "size": [2, 3], "stride": 1}, "shape": [2, 3, 4]}
      {"node": {"vertex": "pool", "kind": "mean", "size": 3, "stride": [1, 2], "padding": "1"},\
       "shape": [1, 4, 3]}
      {"node": {"vertex": "pool", "kind": "mean", "size": [3, 2], "stride": 2, "padding": "same"},\
       "shape": [1, 5, 3]}
      {"node": {"vertex": "global-pool", "kind": "max"}, "shape": [3, 2, 3]}
      {"node": {"vertex": "global-pool", "kind": "mean"}, "shape": [3, 2, 2], "lengths": [1, 3]}
      {"node": {"layer": "batch-norm"}, "shape": [2, 3, 2]}
      {"node": {"layer": "batch-norm", "momentum": 0.7}, "shape": [2, 2, 2], "lengths": [2, 2]}
      {"node": {"layer": "conv-lstm", "filters": 2, "kernel": 2}, "shape": [2, 2, 3],\
       "lengths": [3, 2]}
      {"node": {"layer": "conv-gru", "filters": 2}, "shape": [2, 3, 2], "lengths": [1, 3]}
      """;
  private static final int DIGITS = 7;

  private final ObjectNode golden; // a case, and all that is found
  private final NDManager manager;
  private final Map<String, NDArray> leaves = new LinkedHashMap<>(); // that have a gradient

  private PictureGolden(ObjectNode golden, NDManager manager) {
    this.golden = golden;
    this.manager = manager;
  }

  public static void main(String[] arguments) throws IOException {
    StringJoiner all = new StringJoiner(",\n", "[\n", "\n]");
    for (String line : CASES.lines().toList()) {
      try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
        ObjectNode golden = (ObjectNode) Json.MAPPER.readTree(line);
        all.add(new PictureGolden(golden, manager).found().toString());
      }
    }
    System.out.println(all);
  }

  private ObjectNode found() {
    PictureNode node = new PictureNode(golden, this);
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDArray output = node.apply(leaf("input", node.inputShape()));
      NDArray above = values("above", output.getShape().getShape());
      collector.backward(output.mul(above).sum());
      put("output", output);
      leaves.forEach((name, leaf) -> put(name + "-gradient", leaf.getGradient()));
    }
    node.statistics().forEach(this::put);
    return golden;
  }

  /** Numbers that follow from the name of an array and their place in it. */
  private NDArray values(String name, long... shape) {
    double[] values = new double[(int) new Shape(shape).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.sin(name.hashCode() % 100 + 0.37 * i * i);
    }
    return manager.create(values, new Shape(shape));
  }

  /** Such an array, whose gradient is wanted. */
  NDArray leaf(String name, long... shape) {
    NDArray leaf = values(name, shape);
    leaf.setRequiresGradient(true);
    leaves.put(name, leaf);
    return leaf;
  }

  /** An array of one number. */
  NDArray full(double value, long... shape) {
    double[] values = new double[(int) new Shape(shape).size()];
    Arrays.fill(values, value);
    return manager.create(values, new Shape(shape));
  }

  private void put(String name, NDArray array) {
    ArrayNode numbers = golden.putArray(name);
    for (double value : array.toDoubleArray()) {
      BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
      numbers.add(rounded.doubleValue());
    }
  }
}
