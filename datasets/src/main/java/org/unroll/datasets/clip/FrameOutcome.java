package org.unroll.datasets.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.datasets.recording.FrameLabels;
import org.unroll.datasets.recording.Recording;

/**
 * What a net says of every frame: a class or numbers. Fitted on the training recordings. Immutable
 * and thread-safe.
 */
public sealed interface FrameOutcome permits ClassOutcome, NumberOutcome {

  /** Units of the head. */
  int size();

  /**
   * Before a net is asked.
   *
   * @throws org.unroll.core.UserError if the recordings have other labels than those fitted on, or
   *     none at all
   */
  void require(List<Recording> recordings);

  /**
   * What a net should say.
   *
   * @throws org.unroll.core.UserError as {@link #require}, or if mirrored classes are none
   */
  FrameTargets targets(List<Recording> recordings, MirrorConfig mirror);

  /** Those that {@link #score} gives, if the labels are not all alike. */
  List<Metric> metrics();

  /**
   * Scores a net's outputs.
   *
   * @param outputs {@code [recording][frame][number]}
   */
  Evaluation score(List<Recording> recordings, float[][][] outputs);

  /** What needs no net: the training frames' most frequent class, their mean. */
  Map<String, float[]> constants();

  /**
   * The same outputs without flicker, each frame following those around; width 1 changes nothing.
   */
  float[][][] smoothed(float[][][] outputs, int width);

  /** Writes a file into an existing folder. */
  void save(Path folder) throws IOException;

  /**
   * Of the training recordings.
   *
   * @throws org.unroll.core.UserError if they are labelled in two ways
   */
  static FrameOutcome fit(List<Recording> training, OutcomeConfig config) {
    return training.get(0).labels().orElseThrow() instanceof FrameLabels.OfNumbers
        ? NumberOutcome.fit(training, config)
        : ClassOutcome.fit(training, config);
  }

  /** Reads what {@link #save} wrote. */
  static FrameOutcome load(Path folder, OutcomeConfig config) {
    return Files.exists(folder.resolve(NumberOutcome.FILE))
        ? NumberOutcome.load(folder, config)
        : ClassOutcome.load(folder, config);
  }
}
