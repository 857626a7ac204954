package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.app.Prediction;
import org.unroll.core.report.AlignmentPage;
import org.unroll.core.report.GalleryPage;
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
      description = "Of pictures: shows them with the answers in an .html file.")
  private Path gallery;

  private final AlignmentPage looked = new AlignmentPage();
  private final GalleryPage pictures = new GalleryPage();

  /**
   * @param read files that must not be written over
   * @param force whether others may
   */
  void require(List<Path> read, boolean force) {
    require("--attention", attention, read, force);
    require("--html", gallery, read, force);
  }

  /** What is not called as a page is may be a table that was meant to be read. */
  private static void require(String option, Path file, List<Path> read, boolean force) {
    if (file == null) {
      return;
    }
    if (!file.toString().endsWith(".html")) {
      throw new UserError(option + " " + file + ": expected a name that ends in .html");
    }
    OutputFile.require(option, file, read);
    OutputFile.requireNew(option, file, force);
  }

  void add(List<? extends Prediction> answers) {
    for (Prediction answer : answers) {
      if (attention != null) {
        answer.looked().ifPresent(looked::add);
      }
      if (gallery != null) {
        answer.pictured().ifPresent(pictures::add);
      }
    }
  }

  void write() {
    if (attention != null) {
      looked.write(attention);
    }
    if (gallery != null) {
      pictures.write(gallery);
    }
  }
}
