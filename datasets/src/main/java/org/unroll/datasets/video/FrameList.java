package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.unroll.datasets.image.PictureDecoder;
import org.unroll.datasets.table.BadCell;

/**
 * Picture files that somebody else put in order, one a frame, at least one. All of them are taken,
 * and none may be unreadable, since a row of a table belongs to each. Immutable and thread-safe.
 */
public record FrameList(List<Path> files, FrameSettings settings) implements FrameSource {
  public FrameList {
    files = List.copyOf(files);
  }

  @Override
  public Path place() {
    return files.get(0);
  }

  @Override
  public String state() {
    return state(files);
  }

  /** Paths, sizes and times of change. */
  static String state(List<Path> files) {
    StringBuilder state = new StringBuilder();
    for (Path file : files) {
      try {
        state.append(file.toAbsolutePath()).append(' ');
        state.append(Files.size(file)).append(' ');
        state.append(Files.getLastModifiedTime(file).toMillis()).append('\n');
      } catch (IOException e) {
        String reason = Files.exists(file) ? "cannot be read" : "there is no such file";
        throw new BadCell(file + ": " + reason);
      }
    }
    return state.toString();
  }

  @Override
  public FrameTally read(FrameSink sink) throws IOException {
    PictureDecoder decoder = new PictureDecoder(settings.picture());
    TakenFrames taken = new TakenFrames(sink);
    for (Path file : files) {
      try {
        taken.take(decoder.read(file), taken.count(), 1);
      } catch (BadCell e) {
        throw new BadCell(file + ": " + e.getMessage());
      }
    }
    int count = taken.count();
    double rate = settings.folderRate();
    return new FrameTally(
        count, rate, count, taken.numbers(), taken.seconds(rate), List.of(), List.of());
  }
}
