package org.unroll.datasets.clip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.SinglePrecision;
import org.unroll.core.UserError;
import org.unroll.core.data.Classes;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.FrameClassAnswers;
import org.unroll.core.metric.FrameClassification;
import org.unroll.core.metric.MajorityFilter;
import org.unroll.core.metric.Metric;
import org.unroll.datasets.recording.FrameLabels;
import org.unroll.datasets.recording.Recording;

/**
 * A class for each frame; a net gives the probability of each.
 *
 * @param classes those that the training frames have
 * @param background the one that makes no segments
 * @param frequent number of the most frequent one; -1 without the training recordings
 */
public record ClassOutcome(Classes classes, Optional<String> background, int frequent)
    implements FrameOutcome {
  /** What it scores. */
  public static final List<Metric> METRICS =
      List.of(
          Metric.ACCURACY,
          Metric.MACRO_F1,
          Metric.EDIT,
          Metric.F1_10,
          Metric.F1_25,
          Metric.F1_50,
          Metric.LOG_LOSS);

  private static final String FREQUENT = "most-frequent";

  static ClassOutcome fit(List<Recording> training, OutcomeConfig config) {
    Map<String, Integer> counts = new HashMap<>();
    for (Recording recording : training) {
      for (String name : names(recording)) {
        counts.merge(name, 1, Integer::sum);
      }
    }
    counts.remove(FrameLabels.NONE);
    if (counts.isEmpty()) {
      throw new UserError(
          "no training frame has a label, neither in %s nor in the others; check data.columns"
              .formatted(training.get(0).origin()));
    }
    Classes classes = Classes.of(counts.keySet(), "frames");
    String most = classes.names().get(0);
    for (String name : classes.names()) {
      most = counts.get(name) > counts.get(most) ? name : most;
    }
    return new ClassOutcome(classes, background(classes, config), classes.names().indexOf(most));
  }

  private static Optional<String> background(Classes classes, OutcomeConfig config) {
    return config.background().filter(classes.names()::contains);
  }

  static ClassOutcome load(Path folder, OutcomeConfig config) {
    Classes classes = Classes.load(folder);
    return new ClassOutcome(classes, background(classes, config), -1);
  }

  private static List<String> names(Recording recording) {
    if (recording.labels().orElseThrow() instanceof FrameLabels.OfClasses labels) {
      return labels.names();
    }
    throw new UserError(
        recording.origin() + ": numbers by frame, where other recordings have classes");
  }

  @Override
  public int size() {
    return classes.size();
  }

  @Override
  public void require(List<Recording> recordings) {
    labelled(recordings);
  }

  /** As {@link #numbers}, of which one at least is of a class. */
  private int[][] labelled(List<Recording> recordings) {
    int[][] numbers = numbers(recordings);
    if (Arrays.stream(numbers).flatMapToInt(Arrays::stream).allMatch(number -> number < 0)) {
      throw new UserError(
          recordings.get(0).origin() + ": no frame has a label; check data.columns");
    }
    return numbers;
  }

  @Override
  public FrameTargets targets(List<Recording> recordings, MirrorConfig mirror) {
    int[][] numbers = labelled(recordings);
    int[] others = new int[size()];
    for (int number = 0; number < others.length; number++) {
      String name = classes.names().get(number);
      others[number] = classes.names().indexOf(mirror.classes().getOrDefault(name, name));
      if (others[number] < 0) {
        throw new UserError(
            "mirror.classes: '%s' becomes '%s', which is no class; there are %s"
                .formatted(name, mirror.classes().get(name), String.join(", ", classes.names())));
      }
    }
    float[][][] rows = new float[numbers.length][][];
    float[][][] mirrored = new float[numbers.length][][];
    for (int i = 0; i < numbers.length; i++) {
      rows[i] = rows(numbers[i]);
      mirrored[i] =
          rows(Arrays.stream(numbers[i]).map(number -> number < 0 ? -1 : others[number]).toArray());
    }
    return new FrameTargets(rows, mirrored);
  }

  private static float[][] rows(int[] numbers) {
    float[][] rows = new float[numbers.length][];
    Arrays.setAll(rows, frame -> new float[] {numbers[frame] < 0 ? Float.NaN : numbers[frame]});
    return rows;
  }

  /** {@code [recording][frame]}. */
  private int[][] numbers(List<Recording> recordings) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = 0; number < size(); number++) {
      numbers.put(classes.names().get(number), number);
    }
    numbers.put(FrameLabels.NONE, FrameClassification.NONE);
    int[][] all = new int[recordings.size()][];
    for (int i = 0; i < all.length; i++) {
      List<String> names = names(recordings.get(i));
      Set<String> unknown = new HashSet<>(names);
      unknown.removeAll(numbers.keySet());
      if (!unknown.isEmpty()) {
        throw new UserError(
            "%s: the class \"%s\" does not occur in the training data, which has %s"
                .formatted(
                    recordings.get(i).origin(),
                    unknown.iterator().next(),
                    String.join(", ", classes.names())));
      }
      all[i] = names.stream().mapToInt(numbers::get).toArray();
    }
    return all;
  }

  @Override
  public List<Metric> metrics() {
    return METRICS;
  }

  @Override
  public Evaluation score(List<Recording> recordings, float[][][] outputs) {
    double[][][] probabilities = new double[outputs.length][][];
    for (int i = 0; i < outputs.length; i++) {
      probabilities[i] =
          Arrays.stream(outputs[i]).map(SinglePrecision::widened).toArray(double[][]::new);
    }
    return Evaluation.of(
        new FrameClassAnswers(
            classes.names(), background.orElse(""), numbers(recordings), probabilities));
  }

  @Override
  public Map<String, float[]> constants() {
    return Map.of(FREQUENT, sure(frequent));
  }

  private float[] sure(int number) {
    float[] row = new float[size()];
    row[number] = 1;
    return row;
  }

  @Override
  public float[][][] smoothed(float[][][] outputs, int width) {
    MajorityFilter filter = new MajorityFilter(width);
    float[][][] smoothed = new float[outputs.length][][];
    for (int i = 0; i < outputs.length; i++) {
      int[] numbers = filter.smooth(mostProbable(outputs[i]));
      smoothed[i] = Arrays.stream(numbers).mapToObj(this::sure).toArray(float[][]::new);
    }
    return smoothed;
  }

  /** The class of each frame; of equals, the first. */
  public static int[] mostProbable(float[][] outputs) {
    int[] numbers = new int[outputs.length];
    for (int frame = 0; frame < outputs.length; frame++) {
      for (int number = 1; number < outputs[frame].length; number++) {
        if (outputs[frame][number] > outputs[frame][numbers[frame]]) {
          numbers[frame] = number;
        }
      }
    }
    return numbers;
  }

  /** Of each frame, by name. */
  public List<String> names(float[][] outputs) {
    return Arrays.stream(mostProbable(outputs)).mapToObj(classes.names()::get).toList();
  }

  @Override
  public void save(Path folder) throws IOException {
    classes.save(folder);
  }
}
