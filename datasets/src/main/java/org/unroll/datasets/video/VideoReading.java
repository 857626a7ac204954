package org.unroll.datasets.video;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.unroll.datasets.table.BadCell;

/** Goes once through the sound frames of a video file. One thread. */
final class VideoReading implements AutoCloseable {
  private static final double EARLY_SECONDS = 1; // sound may go on for longer than the frames
  private static final double EARLY = 0.05;

  private final VideoContainer container;
  private final VideoDecoder decoder;
  private final OptionalDouble rate;
  private final FrameTimes times;
  private final FramePace pace;
  private final FrameStamps stamps = new FrameStamps();
  private AVFrame shown;
  private AVFrame following;
  private int number; // of the frame that is shown
  private double since; // when that one was shown first
  private double first;
  private double end;

  private VideoReading(VideoContainer container, OptionalDouble rate) {
    this.container = container;
    this.decoder = new VideoDecoder(container, 1);
    this.rate = rate;
    this.times = new FrameTimes(1 / ownRate());
    this.pace = new FramePace(rate);
    this.shown = av_frame_alloc();
    this.following = av_frame_alloc();
  }

  /**
   * @param rate frames taken a second; empty to take all
   * @throws BadCell without the file's name, if it is no video that can be read
   */
  static VideoReading open(Path file, OptionalDouble rate) {
    VideoContainer container = VideoContainer.open(file);
    try {
      return new VideoReading(container, rate);
    } catch (RuntimeException e) {
      container.close();
      throw e;
    }
  }

  /** Is shown the frames in turn. */
  @FunctionalInterface
  interface Viewer {
    /**
     * @param frame overwritten afterwards
     * @param number of the frame among all of the file
     * @param due how often it is taken
     * @param next number, among all frames of the file, of the sound frame after it
     */
    void see(AVFrame frame, int number, int due, int next) throws IOException;
  }

  /**
   * A frame is shown until the next one comes, so that one is held back.
   *
   * @throws BadCell if none is taken
   */
  void run(Viewer viewer) throws IOException {
    if (decoder.next(shown)) {
      number = decoder.seen() - 1;
      first = time(shown);
      since = first;
      while (decoder.next(following)) {
        double next = time(following);
        show(next, decoder.seen() - 1, viewer);
        since = next;
        AVFrame gone = shown;
        shown = following;
        following = gone;
        number = decoder.seen() - 1;
      }
      end = times.end(container.length(shown.pkt_duration()));
      show(end, decoder.seen(), viewer);
    }
    if (stamps.isEmpty()) {
      throw new BadCell(
          container.packets() == 0
              ? "holds no frames; if its end was cut off, get it again"
              : "none of its frames can be decoded (%s); get it again, or convert it to H.264"
                  .formatted(decoder.name()));
    }
  }

  private double time(AVFrame frame) {
    return times.next(container.seconds(frame.best_effort_timestamp()));
  }

  private void show(double until, int next, Viewer viewer) throws IOException {
    int due = pace.due(until);
    viewer.see(shown, number, due, next);
    for (int i = 0; i < due; i++) {
      stamps.add(number, since);
    }
  }

  /** How its frames are turned to be seen upright. */
  Turn turn() {
    return container.turn();
  }

  /** Frames a second, as the file says; the usual ones if it does not. */
  double ownRate() {
    return container.rate() > 0 ? container.rate() : FrameSettings.FOLDER_RATE;
  }

  /**
   * @param frames those taken
   */
  FrameTally tally(TakenFrames frames) {
    double own = container.rate() > 0 ? container.rate() : decoder.seen() / (end - first);
    return new FrameTally(
        frames.count(),
        rate.orElse(own),
        decoder.seen(),
        frames.numbers(),
        stamps.seconds(ownRate()),
        decoder.skipped(),
        notices());
  }

  private List<String> notices() {
    List<String> notices = new ArrayList<>();
    List<Integer> skipped = decoder.skipped();
    if (!skipped.isEmpty()) {
      notices.add(FrameTally.told("damaged", skipped, decoder.seen()));
    }
    double missing = container.duration() - end;
    if (container.isCutOff() && container.promised() > decoder.seen()) {
      notices.add(
          "cut off: %,d of %,d frames are there; get it again"
              .formatted(decoder.seen(), container.promised()));
    } else if (container.isCutOff()) {
      notices.add("cut off or damaged: it could not be read to its end; get it again");
    } else if (missing > Math.max(EARLY_SECONDS, EARLY * container.duration())) {
      notices.add(
          "its frames end at %.1f of %.1f seconds; if it was cut off, get it again"
              .formatted(end, container.duration()));
    }
    return notices;
  }

  @Override
  public void close() {
    av_frame_free(shown);
    av_frame_free(following);
    decoder.close();
    container.close();
  }
}
