package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;

/**
 * Learning to execute (Zaremba &amp; Sutskever 2014): a net reads a program character by character
 * and then says what it prints, character by character, a dot at the end. It reads the right
 * characters that come before (teacher forcing). Held-out programs are of all difficulties alike.
 *
 * <p>Features are {@code symbols} [batch, time], labels [batch, 1, time] with a mask [batch, time].
 */
public final class Execution extends DrawnExperiment<Program> {
  /** What a net may say. */
  public static final String SAID = "0123456789-.";

  private static final char END = '.';
  private static final char GO = '@';
  private static final String READ = SAID + GO + "+*()=<>;: abcdefghijklmnopqrstuvwxyz";

  private final List<Operation> operations;
  private final Curriculum.Difficulty most;
  private final Curriculum curriculum;
  private final int every;

  /**
   * @param operations that programs are made of, at least one
   * @param most of the last stage
   * @param every epochs of a stage
   */
  public Execution(
      List<Operation> operations,
      Curriculum.Difficulty most,
      Curriculum curriculum,
      int every,
      Draws draws,
      long seed) {
    super(draws, seed);
    this.operations = List.copyOf(operations);
    this.most = most;
    this.curriculum = curriculum;
    this.every = every;
  }

  /** The greatest difficulty. */
  public Curriculum.Difficulty most() {
    return most;
  }

  @Override
  public GraphPorts ports() {
    Map<String, Shape> inputs = Map.of(SymbolRows.INPUT, new Shape.Tokens(READ.length()));
    return new GraphPorts(inputs, SAID.length());
  }

  @Override
  protected Program draw(RandomGenerator random, int epoch) {
    Curriculum shown = epoch == HELD_OUT ? Curriculum.MIXED : curriculum;
    Curriculum.Difficulty next = shown.next(most, epoch / every, random);
    return Program.of(ProgramWriter.write(random, next, operations));
  }

  @Override
  protected int identity(Program example) {
    return example.code().hashCode();
  }

  @Override
  public int length(Program example) {
    return example.code().length() + 1 + example.written().length();
  }

  /** The step at which the first character is said. */
  public int first(Program example) {
    return example.code().length();
  }

  /** The numbers of what is to be said, the end too. */
  public int[] said(Program example) {
    return (example.written() + END).chars().map(SAID::indexOf).toArray();
  }

  @Override
  public MultiDataSet arrays(List<Program> examples) {
    List<SymbolRows.Row> rows = new ArrayList<>();
    for (Program example : examples) {
      String read = example.code() + GO + example.written();
      int[] numbers = read.chars().map(READ::indexOf).toArray();
      rows.add(new SymbolRows.Row(numbers, first(example), said(example)));
    }
    return SymbolRows.arrays(rows);
  }

  @Override
  public Program parse(String text) {
    String code = text.strip();
    if (!code.chars().allMatch(character -> READ.indexOf(character) >= 0)) {
      throw new UserError(
          "'%s': expected a program such as a=12;for 3:a+=5;print((a-7))".formatted(code));
    }
    return Program.of(code);
  }

  @Override
  public String text(Program example) {
    return example.code();
  }

  @Override
  public String truth(Program example) {
    return example.output();
  }
}
