package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.unroll.datasets.table.BadCell;

/**
 * A folder of pictures, one a frame, in the natural order of their names: 2 before 10. Other files
 * and folders are not looked at. Immutable and thread-safe.
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
    return list().state();
  }

  @Override
  public FrameTally read(FrameSink sink) throws IOException {
    return list().read(sink);
  }

  private FrameList list() {
    return new FrameList(folder, files(), settings);
  }

  private List<Path> files() {
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
