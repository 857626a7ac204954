package org.unroll.apps.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.datasets.clip.FrameInput;
import org.unroll.datasets.clip.FrameOutcome;
import org.unroll.datasets.clip.PixelInput;
import org.unroll.datasets.recording.Recording;

/**
 * What was fitted on the training recordings. Immutable.
 *
 * @param reader of frames
 * @param outcome what the net says of each
 */
record FittedVideo(FrameReader reader, FrameOutcome outcome) {
  static FittedVideo fit(VideoConfig config, List<Recording> training) {
    return new FittedVideo(
        config.uses(PixelInput.NAME)
            ? FrameReader.OfPictures.fit(config.picture(), training)
            : FrameReader.OfFeatures.fit(training),
        FrameOutcome.fit(training, config.outcome()));
  }

  static FittedVideo load(VideoConfig config, Path folder) {
    return new FittedVideo(
        config.uses(PixelInput.NAME)
            ? FrameReader.OfPictures.load(config.picture(), folder)
            : FrameReader.OfFeatures.load(folder),
        FrameOutcome.load(folder, config.outcome()));
  }

  GraphPorts ports() {
    return reader.ports(outcome.size());
  }

  /**
   * Recordings as the net reads them.
   *
   * @throws UserError if they are features and the net reads pictures, or the other way round
   */
  FrameInput input(List<Recording> recordings) {
    return reader.input(recordings);
  }

  void save(Path folder) throws IOException {
    reader.save(folder);
    outcome.save(folder);
  }
}
