package org.unroll.apps.video;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.unroll.core.UserError;
import org.unroll.datasets.recording.Recording;
import org.unroll.datasets.video.CachedFrames;
import org.unroll.datasets.video.RenderedVideo;

/**
 * The files that inputs were decoded from.
 *
 * @param find a recording of pictures
 * @param rate frames a second that are taken of videos; empty if all are
 */
record Footage(Function<String, Recording> find, OptionalDouble rate) {
  /** A video or a folder of pictures; none of features. */
  List<Path> files(VideoInput input) {
    return input.features().isEmpty()
            && find.apply(input.video()).frames() instanceof CachedFrames frames
        ? List.of(frames.recording())
        : List.of();
  }

  /**
   * @throws UserError if it is no video file, or this machine cannot draw text
   */
  Path requireVideo(VideoInput input) {
    List<Path> files = files(input);
    if (files.isEmpty()) {
      throw new UserError(
          "--render: %s has numbers by frame, no pictures to draw on; write --out with a .csv or .srt file"
              .formatted(input.video()));
    }
    if (!Files.isRegularFile(files.get(0))) {
      throw new UserError(
          "--render: %s is a folder of pictures; a video file can be drawn on, or write --out with a .csv or .srt file"
              .formatted(files.get(0)));
    }
    RenderedVideo.require();
    return files.get(0);
  }

  void render(VideoInput input, VideoPrediction answer, Path file) {
    new RenderedVideo(requireVideo(input), rate, answer::caption).write(file);
  }
}
