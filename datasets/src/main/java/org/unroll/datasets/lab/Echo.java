package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;

/**
 * A stream of symbols of which each is to be said again some steps later. With truncated
 * back-propagation through time over fewer steps, no gradient reaches from an answer to the symbol
 * that it is about, though the state is carried over the cut.
 *
 * <p>Features are {@code symbols} [batch, time], labels [batch, 1, time] with a mask [batch, time].
 */
public final class Echo extends DrawnExperiment<SymbolStream> {
  private static final int DIGITS = 10;

  private final int delay;
  private final int alphabet;
  private final int length;

  /**
   * @param delay steps between a symbol and its echo, at least 1
   * @param alphabet different symbols, from 2 to 10
   * @param length steps of a stream, more than the delay
   */
  public Echo(int delay, int alphabet, int length, Draws draws, long seed) {
    super(draws, seed);
    this.delay = delay;
    this.alphabet = alphabet;
    this.length = length;
  }

  /** Steps between a symbol and its echo. */
  public int delay() {
    return delay;
  }

  /** Different symbols. */
  public int alphabet() {
    return alphabet;
  }

  @Override
  public GraphPorts ports() {
    return new GraphPorts(Map.of(SymbolRows.INPUT, new Shape.Tokens(alphabet)), alphabet);
  }

  @Override
  protected SymbolStream draw(RandomGenerator random, int epoch) {
    int[] symbols = new int[length];
    Arrays.setAll(symbols, step -> random.nextInt(alphabet));
    return new SymbolStream(symbols);
  }

  @Override
  protected int identity(SymbolStream example) {
    return Arrays.hashCode(example.symbols());
  }

  @Override
  public int length(SymbolStream example) {
    return example.symbols().length;
  }

  /** What is to be said from step {@code delay} on. */
  public int[] echo(SymbolStream example) {
    return Arrays.copyOf(example.symbols(), length(example) - delay);
  }

  @Override
  public MultiDataSet arrays(List<SymbolStream> examples) {
    List<SymbolRows.Row> rows = new ArrayList<>();
    for (SymbolStream example : examples) {
      rows.add(new SymbolRows.Row(example.symbols(), delay, echo(example)));
    }
    return SymbolRows.arrays(rows);
  }

  @Override
  public SymbolStream parse(String text) {
    String typed = text.strip();
    if (typed.length() <= delay || !typed.matches("[0-%d]*".formatted(alphabet - 1))) {
      throw new UserError(
          "'%s': expected more than %d symbols from 0 to %d without spaces, such as %s"
              .formatted(typed, delay, alphabet - 1, "01".repeat(delay)));
    }
    return new SymbolStream(typed.chars().map(symbol -> symbol - '0').toArray());
  }

  @Override
  public Optional<String> unlike(SymbolStream example) {
    return LabTask.otherLength(length, length(example), "symbols");
  }

  @Override
  public String text(SymbolStream example) {
    return written(example.symbols());
  }

  @Override
  public String truth(SymbolStream example) {
    return written(echo(example));
  }

  /** Symbols as they are typed. */
  public static String written(int[] symbols) {
    return IntStream.of(symbols)
        .mapToObj(symbol -> Integer.toString(symbol, DIGITS))
        .collect(Collectors.joining());
  }
}
