package org.unroll.datasets.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.array.Floats;

/**
 * A {@link LoneUnit} as a net. There is one example, its start, which is that of all parts: nothing
 * is learnt that could be told of another.
 *
 * <p>Features are {@code start} [batch, 1] and {@code nothing} [batch, 1, time], zeros that make
 * the steps; labels [batch, 1].
 */
public record Clipping(LoneUnit unit) implements Experiment<Float> {
  private static final String START = "start";
  private static final String NOTHING = "nothing";

  @Override
  public GraphPorts ports() {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put(START, new Shape.Vector(1));
    inputs.put(NOTHING, new Shape.Sequence(1));
    return new GraphPorts(inputs, 1);
  }

  @Override
  public List<Float> training(int epoch) {
    return List.of((float) unit.start());
  }

  @Override
  public List<Float> examples(Split split) {
    return training(0);
  }

  @Override
  public int length(Float example) {
    return unit.steps();
  }

  @Override
  public MultiDataSet arrays(List<Float> examples) {
    int batch = examples.size();
    float[] starts = new float[batch];
    for (int row = 0; row < batch; row++) {
      starts[row] = examples.get(row);
    }
    float[] targets = new float[batch];
    Arrays.fill(targets, (float) unit.target());
    return new MultiDataSet(
        new INDArray[] {
          Floats.array(starts, batch, 1),
          Floats.array(new float[batch * unit.steps()], batch, 1, unit.steps())
        },
        new INDArray[] {Floats.array(targets, batch, 1)});
  }

  @Override
  public Float parse(String text) {
    try {
      float start = Float.parseFloat(text.strip());
      if (Float.isFinite(start)) {
        return start;
      }
    } catch (NumberFormatException e) {
      throw new UserError(refusal(text), e);
    }
    throw new UserError(refusal(text));
  }

  private static String refusal(String text) {
    return "'%s': expected a number that the unit starts from, such as 0.5".formatted(text.strip());
  }

  @Override
  public String text(Float example) {
    return String.valueOf(example);
  }

  @Override
  public String truth(Float example) {
    return String.format(Locale.ROOT, "%.3f", unit.target());
  }
}
