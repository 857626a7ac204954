package org.unroll.core.notebook;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unroll.core.run.RunDirectory;

/** Where the runs and files of the notebooks of this JVM lie, until it ends. */
final class Scratch {
  private static final String NAME = "unroll-notebook";
  private static final Pattern BEFORE_NAMES =
      Pattern.compile(
          Pattern.quote(System.getProperty("java.io.tmpdir") + File.separator + NAME) + "\\d+/");

  private Scratch() {}

  /** Made when it is first asked for. */
  private static final class Folder {
    private static final Path PATH = make();
  }

  /** From its first use on all new runs lie below it. */
  static Path folder() {
    return Folder.PATH;
  }

  /** The text with paths as they would be in a folder of one's own. */
  static String shortened(String text) {
    return BEFORE_NAMES.matcher(text).replaceAll("");
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory(NAME);
      System.setProperty(RunDirectory.RUNS_PROPERTY, folder.resolve("runs").toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> files = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      System.err.println("left behind: " + folder + " (" + e + ")");
    }
  }
}
