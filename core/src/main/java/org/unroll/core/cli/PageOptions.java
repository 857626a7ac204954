package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Sample;
import org.unroll.core.report.AlignmentPage;
import org.unroll.core.report.GalleryPage;
import org.unroll.core.report.UnitsPage;
import picocli.CommandLine.Option;

/** The pages that answers can be drawn on. Not thread-safe. */
final class PageOptions {
  @Option(
      names = "--attention",
      paramLabel = "FILE",
      description = "Draws where the net looked into an .html file.")
  private Path attention;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Shows the pictures with the answers, or a text coloured by what units of the net do, in an"
              + " .html file.")
  private Path shown;

  private final AlignmentPage looked = new AlignmentPage();
  private final GalleryPage pictures = new GalleryPage();
  private final GalleryPage regions = new GalleryPage(); // where it looked on pictures
  private final UnitsPage units = new UnitsPage();

  /**
   * @param read files that must not be written over
   * @param force whether others may
   */
  void require(List<Path> read, boolean force) {
    require("--attention", attention, read, force);
    require("--html", shown, read, force);
  }

  private static void require(String option, Path file, List<Path> read, boolean force) {
    if (file != null) {
      OutputFile.requirePage(option, file, read, force);
    }
  }

  /**
   * @param whole from the number of an answer to the whole of its picture, as {@link
   *     org.unroll.core.app.Task#wholePicture} gives it
   * @param explained from the number of an answer to what led to it, as a predictor gives it
   */
  <O extends Prediction> void add(
      List<O> answers, IntFunction<String> whole, IntFunction<Optional<Sample>> explained) {
    if (attention == null && shown == null) {
      return;
    }
    for (int i = 0; i < answers.size(); i++) {
      O answer = answers.get(i);
      String picture = whole.apply(i);
      Optional<Sample.Picture> pictured = answer.pictured();
      if (attention != null) {
        answer.looked().ifPresent(looked::add);
        pictured
            .filter(sample -> !sample.looked().weights().isEmpty())
            .ifPresent(sample -> regions.add(sample, picture));
      }
      if (shown != null) {
        pictured.ifPresent(sample -> pictures.add(sample, picture));
        if (pictured.isEmpty()) {
          explained
              .apply(i)
              .filter(Sample.Units.class::isInstance)
              .map(Sample.Units.class::cast)
              .ifPresent(units::add);
        }
      }
    }
  }

  void write() {
    if (attention != null && regions.isEmpty()) {
      looked.write(attention);
    } else if (attention != null) {
      regions.write(attention);
    }
    if (shown != null && units.isEmpty()) {
      pictures.write(shown);
    } else if (shown != null) {
      units.write(shown);
    }
  }
}
