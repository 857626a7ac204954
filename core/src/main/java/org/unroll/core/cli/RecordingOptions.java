package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import picocli.CommandLine.Option;

/** Files that {@code predict} writes only for apps whose answers are about recordings. */
final class RecordingOptions {
  @Option(
      names = "--segments",
      paramLabel = "FILE",
      description =
          "Writes a row for each segment of a recording into a .csv file; as subtitles: --out X.srt.")
  private Path segments;

  @Option(
      names = "--render",
      paramLabel = "FILE",
      description = "Draws the answers onto the frames of a video, into an .mp4 file.")
  private Path render;

  /** A file and the option that names it. */
  record Named(String option, Path file) {
    @Override
    public String toString() {
      return option + " " + file;
    }
  }

  Optional<Path> segments() {
    return Optional.ofNullable(segments);
  }

  Optional<Path> render() {
    return Optional.ofNullable(render);
  }

  List<Named> named() {
    List<Named> all = new ArrayList<>();
    segments().ifPresent(file -> all.add(new Named("--segments", file)));
    render().ifPresent(file -> all.add(new Named("--render", file)));
    return all;
  }

  /**
   * @throws UserError if a file is called as other files are
   */
  void requireNames() {
    requireName("--segments", segments, ".csv");
    requireName("--render", render, ".mp4");
  }

  private static void requireName(String option, Path file, String ending) {
    if (file != null && !file.toString().endsWith(ending)) {
      throw new UserError("%s %s: expected a name that ends in %s".formatted(option, file, ending));
    }
  }
}
