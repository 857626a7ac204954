package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.array.Floats;

/**
 * A wave that is known for a while and is to be continued. A net reads either the {@code time},
 * from −1 at the first step to 1 at the end of what is known, or the {@code past}, the values
 * before. It is trained on the even steps of what is known, drawn by chance; the odd ones are the
 * validation part, and what comes after is the test part.
 *
 * <p>Features are {@code time} [batch, 1] or {@code past} [batch, 1, window], labels [batch, 1].
 *
 * @param examples training examples of an epoch
 */
public record Extrapolation(Wave wave, WaveSpan span, boolean readsPast, int examples, long seed)
    implements Experiment<WavePoint> {
  /** The input that is the time. */
  public static final String TIME = "time";

  /** The input that is the values before. */
  public static final String PAST = "past";

  @Override
  public GraphPorts ports() {
    return readsPast
        ? new GraphPorts(Map.of(PAST, new Shape.Sequence(1)), 1)
        : new GraphPorts(Map.of(TIME, new Shape.Vector(1)), 1);
  }

  @Override
  public List<WavePoint> training(int epoch) {
    List<WavePoint> even = known(0);
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch + 1);
    List<WavePoint> drawn = new ArrayList<>();
    while (drawn.size() < examples) {
      drawn.add(even.get(random.nextInt(even.size())));
    }
    return drawn;
  }

  @Override
  public List<WavePoint> examples(Split split) {
    return switch (split) {
      case TRAIN -> known(0);
      case VALIDATION -> known(1);
      case TEST -> points(span.known(), span.end(), 1);
    };
  }

  private List<WavePoint> known(int odd) {
    int first = span.window() + span.window() % 2;
    return points(first + odd, span.known(), 2);
  }

  /** All steps of which a net that reads the past can say something. */
  public List<WavePoint> all() {
    return points(span.window(), span.end(), 1);
  }

  private List<WavePoint> points(int from, int to, int by) {
    List<WavePoint> points = new ArrayList<>();
    for (int step = from; step < to; step += by) {
      points.add(new WavePoint(step, past(step)));
    }
    return points;
  }

  /** The true values before a step. */
  public float[] past(int step) {
    float[] past = new float[span.window()];
    for (int i = 0; i < past.length; i++) {
      past[i] = (float) wave.at(step - past.length + i);
    }
    return past;
  }

  @Override
  public int length(WavePoint example) {
    return span.window();
  }

  @Override
  public MultiDataSet arrays(List<WavePoint> examples) {
    int window = span.window();
    float[] times = new float[examples.size()];
    float[] pasts = new float[examples.size() * window];
    float[] values = new float[examples.size()];
    for (int row = 0; row < values.length; row++) {
      WavePoint point = examples.get(row);
      times[row] = 2f * point.step() / span.known() - 1;
      System.arraycopy(point.past(), 0, pasts, row * window, window);
      values[row] = (float) wave.at(point.step());
    }
    INDArray read =
        readsPast
            ? Floats.array(pasts, values.length, 1, window)
            : Floats.array(times, values.length, 1);
    return new MultiDataSet(read, Floats.array(values, values.length, 1));
  }

  @Override
  public WavePoint parse(String text) {
    try {
      int step = Integer.parseInt(text.strip());
      if (step >= span.window() && step < span.end()) {
        return new WavePoint(step, past(step));
      }
    } catch (NumberFormatException e) {
      throw new UserError(
          "'%s' is no step; expected a whole number from %d to %d"
              .formatted(text.strip(), span.window(), span.end() - 1),
          e);
    }
    throw new UserError(
        "step %s: expected one from %d to %d; data.beyond says how far the wave goes on"
            .formatted(text.strip(), span.window(), span.end() - 1));
  }

  @Override
  public String text(WavePoint example) {
    return String.valueOf(example.step());
  }

  @Override
  public String truth(WavePoint example) {
    return String.format(Locale.ROOT, "%.3f", wave.at(example.step()));
  }
}
