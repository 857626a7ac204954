package org.unroll.datasets.recording;

import java.util.Map;
import java.util.Optional;
import org.unroll.core.data.Origin;
import org.unroll.datasets.video.Frames;

/**
 * A video, a folder of frames, or a table of features by frame.
 *
 * @param name no other of the data set has it
 * @param about what else the data says of it by column, such as its subject
 * @param frames at least one
 * @param labels as many as there are frames; empty if it has none
 * @param rate frames a second
 * @param origin where it was read
 */
public record Recording(
    String name,
    Map<String, String> about,
    Frames frames,
    Optional<FrameLabels> labels,
    double rate,
    Origin origin) {
  public Recording {
    about = Map.copyOf(about);
    if (labels.isPresent() && labels.get().length() != frames.length()) {
      throw new IllegalArgumentException(
          labels.get().length() + " labels for " + frames.length() + " frames of " + name);
    }
  }
}
