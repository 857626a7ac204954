package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Shape;

/**
 * Recurrent layers, a linear layer to {@value #CLASSES} classes at each step and softmax
 * cross-entropy, on one batch of whole sequences of random numbers with random labels.
 *
 * @param inputs numbers a step
 * @param units of each layer and direction
 * @param batch sequences in a batch, all of {@code steps} steps
 * @param stack whether one layer or more, in one direction or both
 */
public record StackCase(Cell cell, int inputs, int units, int batch, int steps, Stack stack)
    implements LayerCase {
  /** Classes of the output layer. */
  public static final int CLASSES = 10;

  private static final String SIZE = ",([1-9]\\d{0,5})";
  private static final Pattern TEXT =
      Pattern.compile("(lstm|gru)" + SIZE.repeat(4) + "(?:,([1-9]))?(,both)?");

  /** How many layers stand upon each other; both directions' outputs are joined. */
  public record Stack(int layers, boolean bidirectional) {
    /** One layer, forwards. */
    public static final Stack SINGLE = new Stack(1, false);

    /** One or two. */
    public int directions() {
      return bidirectional ? 2 : 1;
    }
  }

  /** The shapes that are compared, for one cell. */
  static List<StackCase> all(Cell cell) {
    List<StackCase> cases = new ArrayList<>();
    cases.add(new StackCase(cell, 64, 128, 32, 50, Stack.SINGLE));
    cases.add(new StackCase(cell, 128, 256, 32, 50, Stack.SINGLE));
    cases.add(new StackCase(cell, 256, 512, 64, 50, Stack.SINGLE));
    cases.add(new StackCase(cell, 32, 64, 1, 200, Stack.SINGLE));
    cases.add(new StackCase(cell, 100, 128, 64, 40, new Stack(2, true)));
    return cases;
  }

  /**
   * Reads a case from {@code lstm,64,128,32,50}, or {@code lstm,64,128,32,50,2,both} for two layers
   * in both directions.
   *
   * @throws UserError if the text is something else
   */
  static StackCase parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new UserError(
          "--case %s: expected text, attention, conv, conv-batch-norm, conv-frames-lstm, conv-gru, or lstm or gru and four sizes, such as lstm,64,128,32,50 or lstm,64,128,32,50,2,both"
              .formatted(text));
    }
    int layers = matcher.group(6) == null ? 1 : Integer.parseInt(matcher.group(6));
    return new StackCase(
        Cell.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        Integer.parseInt(matcher.group(4)),
        Integer.parseInt(matcher.group(5)),
        new Stack(layers, matcher.group(7) != null));
  }

  @Override
  public String text() {
    String sizes = name() + "," + inputs + "," + units + "," + batch + "," + steps;
    return sizes
        + (stack.layers() == 1 ? "" : "," + stack.layers())
        + (stack.bidirectional() ? ",both" : "");
  }

  /** {@code lstm} or {@code gru}, as in YAML. */
  @Override
  public String name() {
    return cell.name().toLowerCase(Locale.ROOT);
  }

  /** {@code 64 128 32 50}, and the layers where there are more. */
  @Override
  public String shape() {
    String sizes = inputs + " " + units + " " + batch + " " + steps;
    return stack.equals(Stack.SINGLE)
        ? sizes
        : sizes
            + ", "
            + stack.layers()
            + (stack.layers() == 1 ? " layer" : " layers")
            + (stack.bidirectional() ? ", both ways" : "");
  }

  @Override
  public Map<String, Object> sizes() {
    Map<String, Object> sizes = new LinkedHashMap<>();
    sizes.put("cell", name());
    sizes.put("inputs", inputs);
    sizes.put("units", units);
    sizes.put("batch", batch);
    sizes.put("steps", steps);
    sizes.put("layers", stack.layers());
    sizes.put("bidirectional", stack.bidirectional());
    return sizes;
  }

  @Override
  public OptionalDouble forwardOperations() {
    double weights = 0;
    int size = inputs;
    for (int layer = 0; layer < stack.layers(); layer++) {
      weights += (double) stack.directions() * gates() * units * (size + units);
      size = stack.directions() * units;
    }
    weights += (double) size * CLASSES;
    return OptionalDouble.of(2 * weights * batch * steps);
  }

  private int gates() {
    return cell == Cell.LSTM ? 4 : 3;
  }

  @Override
  public GraphSpec graph() {
    StringBuilder nodes = new StringBuilder();
    String below = "in";
    for (int layer = 1; layer <= stack.layers(); layer++) {
      String recurrent = "layer: " + name() + ", size: " + units + ", recurrent-init: xavier";
      String reads = "bidirectional: " + stack.bidirectional() + ", input: " + below;
      below = "layer" + layer;
      nodes.append(below).append(": {" + recurrent + ", " + reads + "}\n");
    }
    return GraphText.read(nodes + "output: {layer: softmax, input: " + below + "}\n");
  }

  @Override
  public GraphPorts ports() {
    return new GraphPorts(Map.of("in", new Shape.Sequence(inputs)), CLASSES);
  }

  /** Features {@code [b, n, t]}, steps outermost in memory; class numbers {@code [b, 1, t]}. */
  @Override
  public List<MultiDataSet> arrays() {
    Nd4j.getRandom().setSeed(SEED);
    INDArray features = Nd4j.randn(steps, batch, inputs).permute(1, 2, 0);
    int[] classes = new SplittableRandom(SEED).ints((long) batch * steps, 0, CLASSES).toArray();
    INDArray labels =
        Nd4j.createFromArray(classes).castTo(DataType.FLOAT).reshape('c', batch, 1, steps);
    return List.of(new MultiDataSet(features, labels));
  }
}
