package org.unroll.core.app;

import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;

/**
 * A task whose answers are about stretches of time of recordings.
 *
 * @param <I> what is predicted from
 * @param <O> what is predicted
 */
public interface RecordingTask<I, O extends Prediction> extends Task<I, O> {
  /**
   * @param option that asks for segments, for the message
   * @throws UserError if answers have none, as those that are numbers
   */
  void requireSegments(String option);

  /** Neighbours of one label together, in order. */
  List<TimedSegment> segments(O answer);

  /**
   * The file of a recording, which must not be written over; empty if it is several, or not known.
   */
  List<Path> files(I input);

  /**
   * Before the work that leads to {@link #render}.
   *
   * @throws UserError if the input has no frames that can be shown
   */
  void requireVideo(I input);

  /**
   * Draws the answer onto the frames of the input.
   *
   * @param file a video, which is there whole or not at all
   */
  void render(I input, O answer, Path file);
}
