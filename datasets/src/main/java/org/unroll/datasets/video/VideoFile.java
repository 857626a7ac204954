package org.unroll.datasets.video;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.unroll.datasets.image.PictureDecoder;
import org.unroll.datasets.table.BadCell;

/**
 * A video file: MP4, MOV, MKV, WebM, AVI, WMV, FLV, MPEG, OGG or GIF, decoded by FFmpeg. Its frames
 * are turned as the camera was held; pixels are taken for squares, and what is interlaced stays so.
 * A file may change the size of its frames within. Damaged frames are left out; those that follow
 * may look smeared until one that stands for itself. A file is decoded by one thread, so that what
 * is left out does not hang on the number of cores; several files are decoded side by side.
 * Immutable and thread-safe.
 */
public record VideoFile(Path file, FrameSettings settings) implements FrameSource {
  private static final double EARLY_SECONDS = 1; // sound may go on for longer than the frames
  private static final double EARLY = 0.05;

  @Override
  public Path place() {
    return file;
  }

  @Override
  public String state() {
    try {
      return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new BadCell(OtherVideo.name(file));
    }
  }

  @Override
  public FrameTally read(FrameSink sink) throws IOException {
    try (VideoContainer container = VideoContainer.open(file);
        VideoDecoder decoder = new VideoDecoder(container, 1);
        FrameConversion conversion =
            new FrameConversion(new PictureDecoder(settings.picture()), container.turn());
        Reading reading = new Reading(container, decoder, conversion, new TakenFrames(sink))) {
      reading.run();
      if (reading.taken.count() == 0) {
        throw new BadCell(
            container.packets() == 0
                ? "holds no frames; if its end was cut off, get it again"
                : "none of its frames can be decoded (%s); get it again, or convert it to H.264"
                    .formatted(decoder.name()));
      }
      return reading.tally();
    }
  }

  /** Reads it once. */
  private final class Reading implements AutoCloseable {
    private final VideoContainer container;
    private final VideoDecoder decoder;
    private final FrameConversion conversion;
    private final FrameTimes times;
    private final FramePace pace = new FramePace(settings.rate());
    private AVFrame shown = av_frame_alloc();
    private AVFrame following = av_frame_alloc();
    private final TakenFrames taken;
    private int number; // of the frame that is shown
    private double first;
    private double end;

    Reading(
        VideoContainer container,
        VideoDecoder decoder,
        FrameConversion conversion,
        TakenFrames taken) {
      this.container = container;
      this.decoder = decoder;
      this.conversion = conversion;
      this.taken = taken;
      double rate = container.rate() > 0 ? container.rate() : FrameSettings.FOLDER_RATE;
      this.times = new FrameTimes(1 / rate);
    }

    /** A frame is shown until the next one comes, so that one is held back. */
    void run() throws IOException {
      if (!decoder.next(shown)) {
        return;
      }
      number = decoder.seen() - 1;
      first = time(shown);
      while (decoder.next(following)) {
        take(time(following));
        AVFrame gone = shown;
        shown = following;
        following = gone;
        number = decoder.seen() - 1;
      }
      end = times.end(container.length(shown.pkt_duration()));
      take(end);
    }

    private double time(AVFrame frame) {
      return times.next(container.seconds(frame.best_effort_timestamp()));
    }

    private void take(double until) throws IOException {
      int due = pace.due(until);
      if (due > 0) { // what nobody takes is not converted
        taken.take(conversion.picture(shown), number, due);
      }
    }

    FrameTally tally() {
      double own = container.rate() > 0 ? container.rate() : decoder.seen() / (end - first);
      return new FrameTally(
          taken.count(),
          settings.rate().orElse(own),
          decoder.seen(),
          taken.numbers(),
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
    }
  }
}
