package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.unroll.datasets.image.Picture;
import org.unroll.datasets.image.PictureDecoder;
import org.unroll.datasets.table.BadCell;

/**
 * A folder of pictures, one a frame, in the natural order of their names: 2 before 10. They may
 * differ in size. Pictures that cannot be read are left out; other files and folders are not looked
 * at. Immutable and thread-safe.
 */
public record FrameFolder(Path folder, FrameSettings settings) implements FrameSource {
  private static final List<String> ENDINGS =
      List.of(".png", ".jpg", ".jpeg", ".bmp", ".webp", ".gif");

  @Override
  public Path place() {
    return folder;
  }

  @Override
  public String state() {
    return FrameList.state(files(folder)) + settings.folderRate();
  }

  @Override
  public FrameTally read(FrameSink sink) throws IOException {
    List<Path> files = files(folder);
    Reading reading = new Reading(new TakenFrames(sink));
    for (int i = 0; i < files.size(); i++) {
      reading.next(i, files.get(i));
    }
    if (reading.taken.count() == 0) {
      throw new BadCell(
          "none of its %,d pictures can be read: %s"
              .formatted(files.size(), reading.reasons.get(0)));
    }
    return reading.tally(files.size());
  }

  /** Reads it once. */
  private final class Reading {
    private final TakenFrames taken;
    private final PictureDecoder decoder = new PictureDecoder(settings.picture());
    private final FramePace pace = new FramePace(settings.rate());
    private final List<Integer> skipped = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private Optional<Picture> last = Optional.empty();
    private int lastNumber;
    private int due;

    Reading(TakenFrames taken) {
      this.taken = taken;
    }

    void next(int number, Path file) throws IOException {
      due += pace.due((number + 1) / settings.folderRate());
      if (due == 0) {
        return;
      }
      try {
        last = Optional.of(decoder.read(file));
        lastNumber = number;
      } catch (BadCell e) {
        skipped.add(number);
        reasons.add(file.getFileName() + ": " + e.getMessage());
        due = settings.rate().isEmpty() ? 0 : due; // else time goes on: the one before is shown
      }
      if (last.isPresent()) {
        taken.take(last.get(), lastNumber, due);
        due = 0;
      }
    }

    FrameTally tally(int files) {
      List<String> notices = new ArrayList<>();
      if (!skipped.isEmpty()) {
        notices.add(FrameTally.told("unreadable", reasons, files));
      }
      double rate = settings.rate().orElse(settings.folderRate());
      double[] seconds = taken.seconds(settings.folderRate());
      return new FrameTally(taken.count(), rate, files, taken.numbers(), seconds, skipped, notices);
    }
  }

  /** Its frames in their order, at least one. */
  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(FrameFolder::isPicture)
              .filter(Files::isRegularFile)
              .sorted(Comparator.comparing(f -> f.getFileName().toString(), NaturalOrder.NAMES))
              .toList();
      if (files.isEmpty()) {
        throw new BadCell("no pictures in this folder; expected frames as " + ENDINGS);
      }
      return files;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static BadCell unreadable(IOException e) {
    return new BadCell("the folder cannot be read (%s)".formatted(e.getClass().getSimpleName()));
  }
}
