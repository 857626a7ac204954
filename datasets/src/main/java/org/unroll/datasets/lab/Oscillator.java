package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.array.Floats;

/**
 * Two units that turn each other, kicked out of rest at the first step and once more half-way: with
 * a gain below 1 they come to rest again, above they go round for ever.
 *
 * <p>Features are {@code kicks} [batch, 2, time], labels the states of the units [batch, 2, time].
 */
public final class Oscillator extends DrawnExperiment<Kicks> {
  private static final String INPUT = "kicks";
  private static final int UNITS = 2;
  private static final int NUMBERS = 4;

  private final TurningUnits units;
  private final int steps;
  private final double kick;

  /**
   * @param steps of an example, at least 4
   * @param kick largest size of each number of the second kick; the first is a tenth of it
   */
  public Oscillator(TurningUnits units, int steps, double kick, Draws draws, long seed) {
    super(draws, seed);
    this.units = units;
    this.steps = steps;
    this.kick = kick;
  }

  /** The two units. */
  public TurningUnits units() {
    return units;
  }

  /** Steps of an example. */
  public int steps() {
    return steps;
  }

  @Override
  public GraphPorts ports() {
    return new GraphPorts(Map.of(INPUT, new Shape.Sequence(UNITS)), UNITS);
  }

  @Override
  protected Kicks draw(RandomGenerator random, int epoch) {
    List<Float> numbers = new ArrayList<>();
    for (int i = 0; i < NUMBERS; i++) {
      double size = i < UNITS ? kick / 10 : kick;
      numbers.add((float) (size * (2 * random.nextDouble() - 1)));
    }
    return new Kicks(numbers);
  }

  @Override
  protected int identity(Kicks example) {
    return example.numbers().hashCode();
  }

  @Override
  public int length(Kicks example) {
    return steps;
  }

  /** What pushes the units, a pair a step. */
  public List<double[]> inputs(Kicks example) {
    List<double[]> inputs = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      inputs.add(new double[UNITS]);
    }
    for (int i = 0; i < NUMBERS; i++) {
      inputs.get(i < UNITS ? 0 : steps / 2)[i % UNITS] = example.numbers().get(i);
    }
    return inputs;
  }

  /** The states of the units, a pair a step. */
  public List<double[]> states(Kicks example) {
    return units.states(inputs(example));
  }

  @Override
  public MultiDataSet arrays(List<Kicks> examples) {
    float[] read = new float[examples.size() * UNITS * steps];
    float[] states = new float[read.length];
    for (int row = 0; row < examples.size(); row++) {
      copy(inputs(examples.get(row)), read, row);
      copy(states(examples.get(row)), states, row);
    }
    return new MultiDataSet(
        Floats.array(read, examples.size(), UNITS, steps),
        Floats.array(states, examples.size(), UNITS, steps));
  }

  private void copy(List<double[]> pairs, float[] into, int row) {
    for (int step = 0; step < steps; step++) {
      for (int unit = 0; unit < UNITS; unit++) {
        into[(row * UNITS + unit) * steps + step] = (float) pairs.get(step)[unit];
      }
    }
  }

  @Override
  public Kicks parse(String text) {
    List<Float> numbers = new ArrayList<>();
    try {
      for (String number : text.strip().split("\\s+")) {
        numbers.add(Float.parseFloat(number));
      }
    } catch (NumberFormatException e) {
      throw refused(text, e);
    }
    if (numbers.size() != NUMBERS || !numbers.stream().allMatch(Float::isFinite)) {
      throw refused(text, new NumberFormatException("no four numbers"));
    }
    return new Kicks(numbers);
  }

  private static UserError refused(String text, NumberFormatException cause) {
    return new UserError(
        "'%s': expected four numbers, both units' kick at the first step and half-way, such as 0.1 0 0.5 -0.5"
            .formatted(text.strip()),
        cause);
  }

  @Override
  public String text(Kicks example) {
    return example.numbers().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  @Override
  public String truth(Kicks example) {
    double[] last = states(example).get(steps - 1);
    return state(last);
  }

  /** A state in words. */
  public static String state(double[] state) {
    return String.format(Locale.ROOT, "%.3f %.3f", state[0], state[1]);
  }
}
