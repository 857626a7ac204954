package org.unroll.datasets.series;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.layer.Floats;

/**
 * A ridge regression from a net's own inputs to its own labels, all scaled as the net has them:
 * where a net's linear path can start. Immutable.
 *
 * @param weights {@code [inputs][outputs]}, row after row; the inputs are the steps of the first
 *     graph input, each with all its numbers, then those of the next
 * @param bias {@code [outputs]}, target after target
 */
public record LinearFit(double[] weights, double[] bias) {
  private static final double[] PENALTIES = {1e-2, 1e-3, 1e-4};
  private static final int BLOCK = 1024;

  /** Windows to fit on: of neighbours that share all but an hour, each third tells as much. */
  private static final int FITTED = 15_000;

  /** Windows that tell the penalties apart. */
  private static final int CHOICE = 3_000;

  /**
   * Fits on training windows, with the penalty that is best on the validation windows.
   *
   * @param inputs names of the graph inputs to read
   * @param last steps to read of each, counted from its end; empty for all
   */
  public static LinearFit of(
      Windows train, Windows validation, List<String> inputs, OptionalInt last) {
    Reader reader = new Reader(inputs, last);
    RidgeEquations equations = null;
    WindowBatches batches = WindowBatches.inOrder(Ridge.thinned(train, FITTED), inputs, BLOCK);
    for (int n = 0; n < batches.size(); n++) {
      Rows rows = reader.read(batches.get(0, n).data());
      if (equations == null) {
        equations = new RidgeEquations(rows.inputs, rows.outputs);
      }
      equations.add(rows.x, rows.y, rows.count);
    }
    return best(equations, reader, Ridge.thinned(validation, CHOICE));
  }

  private static LinearFit best(RidgeEquations equations, Reader reader, Windows validation) {
    LinearFit best = null;
    double lowest = Double.MAX_VALUE;
    for (double penalty : PENALTIES) {
      LinearFit fit = split(equations.solve(penalty), equations.outputs());
      double error = fit.error(reader, validation);
      if (error > lowest) {
        break; // it only gets worse with less penalty
      }
      best = fit;
      lowest = error;
    }
    return best;
  }

  /** The first row is the constant's. */
  private static LinearFit split(double[] solved, int outputs) {
    return new LinearFit(
        Arrays.copyOfRange(solved, outputs, solved.length), Arrays.copyOf(solved, outputs));
  }

  private double error(Reader reader, Windows windows) {
    WindowBatches batches = WindowBatches.inOrder(windows, reader.inputs, BLOCK);
    double sum = 0;
    long count = 0;
    for (int n = 0; n < batches.size(); n++) {
      Rows rows = reader.read(batches.get(0, n).data());
      for (int row = 0; row < rows.count; row++) {
        sum += squaredError(rows, row);
      }
      count += rows.count;
    }
    return sum / count;
  }

  private double squaredError(Rows rows, int row) {
    double[] given = bias.clone();
    for (int i = 1; i < rows.inputs; i++) {
      double value = rows.x[row * rows.inputs + i];
      for (int o = 0; value != 0 && o < given.length; o++) {
        given[o] += value * weights[(i - 1) * given.length + o];
      }
    }
    double sum = 0;
    for (int o = 0; o < given.length; o++) {
      double error = given[o] - rows.y[row * given.length + o];
      sum += error * error;
    }
    return sum;
  }

  /** Whole windows of a batch: inputs with a leading constant, and outputs. */
  private record Rows(double[] x, double[] y, int count, int inputs, int outputs) {}

  private record Reader(List<String> inputs, OptionalInt last) {
    Rows read(MultiDataSet batch) {
      boolean[] whole = whole(batch);
      double[][] x = new double[whole.length][];
      int width = 1;
      for (INDArray input : batch.getFeatures()) {
        width += Math.min(last.orElse(Integer.MAX_VALUE), (int) input.size(2)) * input.size(1);
      }
      for (int row = 0; row < x.length; row++) {
        x[row] = new double[width];
        x[row][0] = 1;
      }
      int at = 1;
      for (INDArray input : batch.getFeatures()) {
        at = flatten(input, x, at);
      }
      return rows(x, outputs(batch.getLabels(0)), whole);
    }

    /** Windows with all their labels. */
    private static boolean[] whole(MultiDataSet batch) {
      INDArray mask = batch.getLabelsMaskArray(0); // [b, t]
      boolean[] whole = new boolean[(int) batch.getLabels(0).size(0)];
      Arrays.fill(whole, true);
      if (mask != null) {
        float[] counted = Floats.read(mask);
        for (int i = 0; i < counted.length; i++) {
          whole[i / (int) mask.size(1)] &= counted[i] != 0;
        }
      }
      return whole;
    }

    /** From {@code [b, n, t]}: step after step, each with all its numbers. */
    private int flatten(INDArray input, double[][] rows, int from) {
      int size = (int) input.size(1);
      int time = (int) input.size(2);
      int steps = Math.min(last.orElse(Integer.MAX_VALUE), time);
      float[] values = Floats.read(input.permute(2, 0, 1)); // [t, b, n]
      for (int t = time - steps; t < time; t++) {
        for (int row = 0; row < rows.length; row++) {
          for (int i = 0; i < size; i++) {
            rows[row][from + (t - time + steps) * size + i] =
                values[(t * rows.length + row) * size + i];
          }
        }
      }
      return from + steps * size;
    }

    /** {@code [b, targets, t]}, target after target. */
    private static double[][] outputs(INDArray labels) {
      int width = (int) (labels.size(1) * labels.size(2));
      float[] values = Floats.read(labels); // [b, targets, t]
      double[][] rows = new double[(int) labels.size(0)][width];
      for (int i = 0; i < values.length; i++) {
        rows[i / width][i % width] = values[i];
      }
      return rows;
    }

    private static Rows rows(double[][] x, double[][] y, boolean[] whole) {
      int count = 0;
      double[] allX = new double[x.length * x[0].length];
      double[] allY = new double[y.length * y[0].length];
      for (int row = 0; row < whole.length; row++) {
        if (whole[row]) {
          System.arraycopy(x[row], 0, allX, count * x[row].length, x[row].length);
          System.arraycopy(y[row], 0, allY, count * y[row].length, y[row].length);
          count++;
        }
      }
      return new Rows(allX, allY, count, x[0].length, y[0].length);
    }
  }
}
