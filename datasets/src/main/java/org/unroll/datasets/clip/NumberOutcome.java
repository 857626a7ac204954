package org.unroll.datasets.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.FrameNumberAnswers;
import org.unroll.core.metric.Metric;
import org.unroll.datasets.recording.BandConfig;
import org.unroll.datasets.recording.FrameLabels;
import org.unroll.datasets.recording.Recording;

/**
 * Real numbers for each frame; a net gives them with mean 0 and deviation 1.
 *
 * @param scale of the training frames
 */
public record NumberOutcome(Scale scale, Optional<BandConfig> bands) implements FrameOutcome {
  /** What it scores; with bands also their accuracy and macro-F1. */
  public static final List<Metric> ERRORS = List.of(Metric.MAE, Metric.RMSE, Metric.MSE, Metric.R2);

  static final String FILE = "target-scale.json";

  /**
   * @param columns what the numbers are called
   * @param deviations above 0; 1 of a number that is the same everywhere
   */
  public record Scale(List<String> columns, List<Double> means, List<Double> deviations) {}

  static NumberOutcome fit(List<Recording> training, OutcomeConfig config) {
    List<String> columns = labels(training.get(0)).columns();
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      int number = column;
      double[] values =
          training.stream()
              .flatMap(recording -> Arrays.stream(labels(recording).rows()))
              .mapToDouble(row -> row[number])
              .filter(value -> !Double.isNaN(value))
              .toArray();
      double mean = Arrays.stream(values).average().orElseThrow(NumberOutcome::nothing);
      double variance =
          Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(0);
      means.add(mean);
      deviations.add(variance > 0 ? Math.sqrt(variance) : 1);
    }
    return new NumberOutcome(new Scale(columns, means, deviations), config.bands());
  }

  private static UserError nothing() {
    return new UserError("no training frame has a number to predict; check data.columns.targets");
  }

  static NumberOutcome load(Path folder, OutcomeConfig config) {
    try {
      return new NumberOutcome(
          Json.MAPPER.readValue(folder.resolve(FILE).toFile(), Scale.class), config.bands());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FrameLabels.OfNumbers labels(Recording recording) {
    if (recording.labels().orElseThrow() instanceof FrameLabels.OfNumbers labels) {
      return labels;
    }
    throw new UserError(
        recording.origin() + ": classes by frame, where other recordings have numbers");
  }

  @Override
  public int size() {
    return scale.columns().size();
  }

  @Override
  public void require(List<Recording> recordings) {
    boolean none =
        recordings.stream()
            .flatMap(recording -> Arrays.stream(labels(recording).rows()))
            .allMatch(row -> Double.isNaN(row[0]));
    if (none) {
      throw new UserError(
          recordings.get(0).origin() + ": no frame has a number to predict; check data.columns");
    }
  }

  @Override
  public FrameTargets targets(List<Recording> recordings, MirrorConfig mirror) {
    require(recordings);
    float[][][] rows = scaled(recordings, 1);
    return new FrameTargets(rows, mirror.negate() ? scaled(recordings, -1) : rows);
  }

  private float[][][] scaled(List<Recording> recordings, int sign) {
    float[][][] all = new float[recordings.size()][][];
    for (int i = 0; i < all.length; i++) {
      double[][] rows = labels(recordings.get(i)).rows();
      all[i] = new float[rows.length][size()];
      for (int frame = 0; frame < rows.length; frame++) {
        for (int column = 0; column < size(); column++) {
          all[i][frame][column] = scaled(sign * rows[frame][column], column);
        }
      }
    }
    return all;
  }

  private float scaled(double value, int column) {
    return (float) ((value - scale.means().get(column)) / scale.deviations().get(column));
  }

  /** A net's outputs of a recording in the data's units, {@code [frame][column]}. */
  public double[][] numbers(float[][] outputs) {
    double[][] numbers = new double[outputs.length][size()];
    for (int frame = 0; frame < outputs.length; frame++) {
      for (int column = 0; column < size(); column++) {
        numbers[frame][column] =
            scale.means().get(column) + outputs[frame][column] * scale.deviations().get(column);
      }
    }
    return numbers;
  }

  @Override
  public List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>(ERRORS);
    if (bands.isPresent()) {
      metrics.addAll(List.of(Metric.ACCURACY, Metric.MACRO_F1));
    }
    return metrics;
  }

  @Override
  public Evaluation score(List<Recording> recordings, float[][][] outputs) {
    double[][][] truth = new double[outputs.length][][];
    double[][][] predicted = new double[outputs.length][][];
    for (int i = 0; i < outputs.length; i++) {
      truth[i] = labels(recordings.get(i)).rows();
      predicted[i] = numbers(outputs[i]);
    }
    return Evaluation.of(
        new FrameNumberAnswers(
            scale.columns(),
            bands.map(BandConfig::thresholds).orElse(List.of()),
            bands.map(BandConfig::names).orElse(List.of()),
            truth,
            predicted));
  }

  @Override
  public Map<String, float[]> constants() {
    return Map.of("mean", new float[size()]);
  }

  /** Means of the frames around. */
  @Override
  public float[][][] smoothed(float[][][] outputs, int width) {
    float[][][] smoothed = new float[outputs.length][][];
    for (int i = 0; i < outputs.length; i++) {
      float[][] frames = outputs[i];
      smoothed[i] = new float[frames.length][];
      for (int frame = 0; frame < frames.length; frame++) {
        smoothed[i][frame] = mean(frames, frame - width / 2, frame + width / 2);
      }
    }
    return smoothed;
  }

  private float[] mean(float[][] frames, int first, int last) {
    float[] mean = new float[size()];
    int from = Math.max(0, first);
    int to = Math.min(frames.length - 1, last);
    for (int frame = from; frame <= to; frame++) {
      for (int column = 0; column < size(); column++) {
        mean[column] += frames[frame][column] / (to - from + 1);
      }
    }
    return mean;
  }

  @Override
  public void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), scale);
  }
}
