package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.unroll.datasets.image.PictureDecoder;
import org.unroll.datasets.table.BadCell;

/**
 * A video file: MP4, MOV, MKV, WebM, AVI, WMV, FLV, MPEG, OGG or GIF, decoded by FFmpeg. Its frames
 * are turned as the camera was held; pixels are taken for squares, and what is interlaced stays so.
 * A file may change the size of its frames within. Damaged frames are left out, and so is nothing
 * else: what follows them may look smeared until the next frame that stands for itself. Immutable
 * and thread-safe.
 */
public record VideoFile(Path file, FrameSettings settings) implements FrameSource {
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
    PictureDecoder pictures = new PictureDecoder(settings.picture());
    boolean grey = pictures.size().channels() == 1;
    try (VideoReading reading = VideoReading.open(file, settings.rate());
        FrameConversion conversion = new FrameConversion(grey, reading.turn())) {
      TakenFrames taken = new TakenFrames(sink);
      reading.run(
          (frame, number, due, next) -> {
            if (due > 0) { // what nobody takes is not converted
              taken.take(conversion.upright(frame, pictures::fitted), number, due);
            }
          });
      return reading.tally(taken);
    }
  }
}
