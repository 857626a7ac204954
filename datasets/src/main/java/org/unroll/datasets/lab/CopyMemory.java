package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;

/**
 * Copy memory (Hochreiter &amp; Schmidhuber 1997; in the form of Arjovsky, Shah &amp; Bengio 2016,
 * section 4.1): some symbols, a wait whose last step is the signal to go, and as many blanks, at
 * which the symbols are to be said again in their order. Between a symbol and its answer lie {@code
 * delay + symbols − 1} steps. Only the answers are scored and trained, where the paper wants blanks
 * before them too.
 *
 * <p>Features are {@code symbols} [batch, time], labels [batch, 1, time] with a mask [batch, time].
 */
public final class CopyMemory extends DrawnExperiment<RememberedSymbols> {
  /** Different symbols. */
  public static final int ALPHABET = 8;

  private static final int BLANK = ALPHABET;
  private static final int GO = ALPHABET + 1;

  private final int symbols;
  private final int delay;

  /**
   * @param symbols to be remembered, at least 1
   * @param delay steps of the wait, at least 1
   */
  public CopyMemory(int symbols, int delay, Draws draws, long seed) {
    super(draws, seed);
    this.symbols = symbols;
    this.delay = delay;
  }

  /** How many are to be remembered. */
  public int symbols() {
    return symbols;
  }

  /** Steps of the wait. */
  public int delay() {
    return delay;
  }

  @Override
  public GraphPorts ports() {
    return new GraphPorts(Map.of(SymbolRows.INPUT, new Shape.Tokens(ALPHABET + 2)), ALPHABET);
  }

  @Override
  protected RememberedSymbols draw(RandomGenerator random, int epoch) {
    int[] drawn = new int[symbols];
    Arrays.setAll(drawn, i -> random.nextInt(ALPHABET));
    return new RememberedSymbols(drawn);
  }

  @Override
  protected int identity(RememberedSymbols example) {
    return Arrays.hashCode(example.symbols());
  }

  @Override
  public int length(RememberedSymbols example) {
    return delay + 2 * symbols;
  }

  @Override
  public MultiDataSet arrays(List<RememberedSymbols> examples) {
    List<SymbolRows.Row> rows = new ArrayList<>();
    for (RememberedSymbols example : examples) {
      int[] read = new int[length(example)];
      Arrays.fill(read, BLANK);
      System.arraycopy(example.symbols(), 0, read, 0, symbols);
      read[symbols + delay - 1] = GO;
      rows.add(new SymbolRows.Row(read, symbols + delay, example.symbols()));
    }
    return SymbolRows.arrays(rows);
  }

  @Override
  public RememberedSymbols parse(String text) {
    String typed = text.strip();
    if (!typed.matches("[0-%d]{%d}".formatted(ALPHABET - 1, symbols))) {
      throw new UserError(
          "'%s': expected %d symbols from 0 to %d without spaces, as many as the net was trained to remember, such as %s"
              .formatted(
                  typed,
                  symbols,
                  ALPHABET - 1,
                  "0123456701".repeat(symbols).substring(0, symbols)));
    }
    return new RememberedSymbols(typed.chars().map(symbol -> symbol - '0').toArray());
  }

  @Override
  public String text(RememberedSymbols example) {
    StringBuilder text = new StringBuilder();
    for (int symbol : example.symbols()) {
      text.append(symbol);
    }
    return text.toString();
  }

  @Override
  public String truth(RememberedSymbols example) {
    return text(example);
  }
}
