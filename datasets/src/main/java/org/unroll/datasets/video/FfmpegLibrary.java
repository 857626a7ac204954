package org.unroll.datasets.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.unroll.core.UserError;

/**
 * The libraries of FFmpeg that decode. JavaCV's {@code FFmpegFrameGrabber} is not asked: it loads
 * libavdevice too, which needs libraries of X11 and of sound that a server lacks; it takes the size
 * of the codec for the size of the frame, which differ where a file changes its size; and it keeps
 * quiet about damaged frames.
 */
final class FfmpegLibrary {
  private FfmpegLibrary() {}

  /**
   * Loads them, once.
   *
   * @throws UserError if this machine has none
   */
  static void load() {
    try {
      Loader.load(avformat.class);
      Loader.load(avcodec.class);
      Loader.load(swscale.class);
    } catch (LinkageError e) {
      throw new UserError(
          "videos cannot be read: FFmpeg does not load on this machine (%s); folders of pictures can"
              .formatted(e.getMessage()),
          e);
    }
    av_log_set_level(AV_LOG_QUIET); // what is wrong with a file is told in our own words
  }
}
