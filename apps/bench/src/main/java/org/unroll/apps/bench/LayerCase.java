package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Cell;

/**
 * One network to measure: recurrent layers, a linear layer to {@value #CLASSES} classes at each
 * step, softmax cross-entropy, Adam.
 *
 * @param inputs numbers a step
 * @param units of each layer and direction
 * @param batch sequences in a batch, all of {@code steps} steps
 * @param stack whether one layer or more, in one direction or both
 */
public record LayerCase(Cell cell, int inputs, int units, int batch, int steps, Stack stack) {
  /** Classes of the output layer. */
  public static final int CLASSES = 10;

  /** Learning rate of Adam. */
  public static final double RATE = 0.001;

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
  public static List<LayerCase> all(Cell cell) {
    List<LayerCase> cases = new ArrayList<>();
    cases.add(new LayerCase(cell, 64, 128, 32, 50, Stack.SINGLE));
    cases.add(new LayerCase(cell, 128, 256, 32, 50, Stack.SINGLE));
    cases.add(new LayerCase(cell, 256, 512, 64, 50, Stack.SINGLE));
    cases.add(new LayerCase(cell, 32, 64, 1, 200, Stack.SINGLE));
    cases.add(new LayerCase(cell, 100, 128, 64, 40, new Stack(2, true)));
    return cases;
  }

  /**
   * Reads a case from {@code lstm,64,128,32,50}, or {@code lstm,64,128,32,50,2,both} for two layers
   * in both directions.
   *
   * @throws UserError if the text is something else
   */
  static LayerCase parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new UserError(
          "--case %s: expected lstm or gru and four sizes, such as lstm,64,128,32,50 or lstm,64,128,32,50,2,both"
              .formatted(text));
    }
    int layers = matcher.group(6) == null ? 1 : Integer.parseInt(matcher.group(6));
    return new LayerCase(
        Cell.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        Integer.parseInt(matcher.group(4)),
        Integer.parseInt(matcher.group(5)),
        new Stack(layers, matcher.group(7) != null));
  }

  /** {@code lstm} or {@code gru}, as in YAML. */
  public String cellName() {
    return cell.name().toLowerCase(Locale.ROOT);
  }

  /** {@code 64 128 32 50}, and the layers where there are more. */
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

  /** Multiplications and additions of the matrix products of one forward pass. */
  public double forwardOperations() {
    double weights = 0;
    int size = inputs;
    for (int layer = 0; layer < stack.layers(); layer++) {
      weights += (double) stack.directions() * gates() * units * (size + units);
      size = stack.directions() * units;
    }
    weights += (double) size * CLASSES;
    return 2 * weights * batch * steps;
  }

  /**
   * Of one training step, three times the forward pass: each product of the forward pass has two of
   * its size in the backward pass, for the weights and for what was read.
   */
  public double trainingOperations() {
    return 3 * forwardOperations();
  }

  private int gates() {
    return cell == Cell.LSTM ? 4 : 3;
  }
}
