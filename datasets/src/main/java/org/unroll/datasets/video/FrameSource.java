package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.unroll.datasets.table.BadCell;

/** Where the frames of a recording are read. Immutable and thread-safe. */
public sealed interface FrameSource permits VideoFile, FrameFolder, FrameList {
  /** A folder of pictures, or else a video file. */
  static FrameSource of(Path recording, FrameSettings settings) {
    return Files.isDirectory(recording)
        ? new FrameFolder(recording, settings)
        : new VideoFile(recording, settings);
  }

  /** The file or folder, for messages; of several, the first. */
  Path place();

  /**
   * Reads the frames one by one.
   *
   * @throws BadCell without the recording's name, if none can be read
   * @throws IOException if the sink throws it
   */
  FrameTally read(FrameSink sink) throws IOException;

  /**
   * What the frames depend on besides the settings: names, sizes and times of change.
   *
   * @throws BadCell without the recording's name, if it is not there
   */
  String state();
}
