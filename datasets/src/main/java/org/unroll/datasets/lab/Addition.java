package org.unroll.datasets.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.array.Floats;

/**
 * The addition problem (Hochreiter &amp; Schmidhuber 1997, experiment 4, in the form of Le, Jaitly
 * &amp; Hinton 2015): a value from 0 to 1 and a marker at each step; the answer is the sum of the
 * two values that are marked. One marker lies in the first half and one in the second, each
 * anywhere in it. Who always says 1 has a mean squared error of 1/6.
 *
 * <p>Features are {@code steps} [batch, 2, time], labels [batch, 1].
 */
public final class Addition extends DrawnExperiment<MarkedValues> {
  private static final String STEPS = "steps";
  private static final String MARK = "*";

  private final int length;

  /**
   * @param length steps of an example, at least 2
   */
  public Addition(int length, Draws draws, long seed) {
    super(draws, seed);
    this.length = length;
  }

  @Override
  public GraphPorts ports() {
    return new GraphPorts(Map.of(STEPS, new Shape.Sequence(2)), 1);
  }

  @Override
  protected MarkedValues draw(RandomGenerator random, int epoch) {
    float[] values = new float[length];
    for (int step = 0; step < length; step++) {
      values[step] = random.nextFloat();
    }
    int half = length / 2;
    return new MarkedValues(values, random.nextInt(half), half + random.nextInt(length - half));
  }

  @Override
  protected int identity(MarkedValues example) {
    return Arrays.hashCode(example.values()) * 31 + example.first() * length + example.second();
  }

  @Override
  public int length(MarkedValues example) {
    return example.values().length;
  }

  @Override
  public MultiDataSet arrays(List<MarkedValues> examples) {
    int time = examples.stream().mapToInt(this::length).max().orElseThrow();
    float[] steps = new float[examples.size() * 2 * time];
    float[] mask = new float[examples.size() * time];
    float[] sums = new float[examples.size()];
    for (int row = 0; row < sums.length; row++) {
      MarkedValues example = examples.get(row);
      int values = 2 * row * time;
      System.arraycopy(example.values(), 0, steps, values, length(example));
      steps[values + time + example.first()] = 1;
      steps[values + time + example.second()] = 1;
      Arrays.fill(mask, row * time, row * time + length(example), 1);
      sums[row] = (float) example.sum();
    }
    boolean padded = examples.stream().anyMatch(example -> length(example) < time);
    INDArray[] masks = padded ? new INDArray[] {Floats.array(mask, sums.length, time)} : null;
    return new MultiDataSet(
        new INDArray[] {Floats.array(steps, sums.length, 2, time)},
        new INDArray[] {Floats.array(sums, sums.length, 1)},
        masks,
        null);
  }

  @Override
  public MarkedValues parse(String text) {
    String[] steps = text.strip().split("\\s+");
    float[] values = new float[steps.length];
    for (int step = 0; step < steps.length; step++) {
      values[step] = value(steps[step]);
    }
    int[] marked = IntStream.range(0, steps.length).filter(step -> isMarked(steps[step])).toArray();
    if (marked.length != 2) {
      throw new UserError(
          "'%s': %d values are marked; expected two, such as 0.3 0.7* 0.2 0.5*"
              .formatted(text.strip(), marked.length));
    }
    return new MarkedValues(values, marked[0], marked[1]);
  }

  private static boolean isMarked(String step) {
    return step.endsWith(MARK);
  }

  private static float value(String step) {
    try {
      float value = Float.parseFloat(isMarked(step) ? step.substring(0, step.length() - 1) : step);
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new UserError(
          "'%s' is no number; expected values from 0 to 1, such as 0.3 0.7* 0.2 0.5*"
              .formatted(step),
          e);
    }
    throw new UserError(
        "'%s' is not from 0 to 1, as the values are that the net has seen".formatted(step));
  }

  @Override
  public Optional<String> unlike(MarkedValues example) {
    return LabTask.otherLength(length, length(example), "values");
  }

  @Override
  public String text(MarkedValues example) {
    return IntStream.range(0, length(example))
        .mapToObj(
            step ->
                example.values()[step]
                    + (step == example.first() || step == example.second() ? MARK : ""))
        .collect(Collectors.joining(" "));
  }

  @Override
  public String truth(MarkedValues example) {
    return String.format(Locale.ROOT, "%.3f", example.sum());
  }
}
