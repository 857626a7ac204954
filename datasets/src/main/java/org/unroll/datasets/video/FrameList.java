package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.datasets.image.Picture;
import org.unroll.datasets.image.PictureDecoder;
import org.unroll.datasets.table.BadCell;

/**
 * Picture files, one a frame. They may differ in size. Those that cannot be read are left out.
 * Immutable and thread-safe.
 *
 * @param place the folder that they are in, or what names them
 * @param files at least one, in the order of the frames
 */
public record FrameList(Path place, List<Path> files, FrameSettings settings)
    implements FrameSource {

  @Override
  public String state() {
    StringBuilder state = new StringBuilder();
    try {
      for (Path file : files) {
        state.append(file.getFileName()).append(' ');
        state.append(Files.size(file)).append(' ');
        state.append(Files.getLastModifiedTime(file).toMillis()).append('\n');
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return state.append(settings.folderRate()).toString();
  }

  @Override
  public FrameTally read(FrameSink sink) throws IOException {
    Reading reading = new Reading(sink);
    for (int i = 0; i < files.size(); i++) {
      reading.next(i, files.get(i));
    }
    if (reading.taken == 0) {
      throw new BadCell(
          "none of its %,d pictures can be read: %s"
              .formatted(files.size(), reading.reasons.get(0)));
    }
    List<String> notices = new ArrayList<>();
    if (!reading.skipped.isEmpty()) {
      notices.add(FrameTally.told("unreadable", reading.reasons, files.size()));
    }
    double rate = settings.rate().orElse(settings.folderRate());
    return new FrameTally(reading.taken, files.size(), rate, reading.skipped, notices);
  }

  /** Reads it once. */
  private final class Reading {
    private final FrameSink sink;
    private final PictureDecoder decoder = new PictureDecoder(settings.picture());
    private final FramePace pace = new FramePace(settings.rate());
    private final List<Integer> skipped = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private Optional<Picture> last = Optional.empty();
    private int due;
    private int taken;

    Reading(FrameSink sink) {
      this.sink = sink;
    }

    void next(int number, Path file) throws IOException {
      due += pace.due((number + 1) / settings.folderRate());
      if (due == 0) {
        return;
      }
      try {
        last = Optional.of(decoder.read(file));
      } catch (BadCell e) {
        skipped.add(number);
        reasons.add(file.getFileName() + ": " + e.getMessage());
        due = settings.rate().isEmpty() ? 0 : due; // else time goes on: the one before is shown
      }
      for (; last.isPresent() && due > 0; due--) {
        sink.take(last.get());
        taken++;
      }
    }
  }

  private static BadCell unreadable(IOException e) {
    return new BadCell("a picture cannot be read (%s)".formatted(e.getClass().getSimpleName()));
  }
}
