package org.unroll.core.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unroll.core.UserError;
import org.unroll.core.cli.Main;
import org.unroll.core.report.Readable;
import org.unroll.core.run.Checkout;
import org.unroll.core.run.UnwritableFile;
import org.unroll.core.train.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "notebook",
    mixinStandardHelpOptions = true,
    description =
        "Runs notebooks and writes each as .ipynb and .html; without a name it lists them.",
    footer = {
      "# which there are",
      "./${COMMAND-FULL-NAME}",
      "# runs one",
      "./${COMMAND-FULL-NAME} sentiment",
      "# one of yours, to see whether all its cells run",
      "./${COMMAND-FULL-NAME} mine.md --small --out notebooks"
    })
final class NotebookCommand implements Callable<Integer> {
  private static final int DONE = 0;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "A notebook by its name, or a Markdown file with cells of java.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--all", description = "All of them, one after the other.")
  private boolean all;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "notebooks-export",
      description = "Where to write; made if it is not there.")
  private Path out;

  @Option(
      names = "--small",
      description = "Trains for an epoch only: to see whether all cells run.")
  private boolean small;

  @Override
  public Integer call() {
    NotebookFinder finder = new NotebookFinder(Checkout.folder());
    if (!all && names.isEmpty()) {
      list(finder.all());
      return DONE;
    }
    Jdk.require("notebook");
    List<Path> files = new ArrayList<>(names.stream().map(finder::find).toList());
    if (all) {
      files.addAll(finder.all().values());
    }
    requireFolder();
    System.setProperty(Cells.SMALL, String.valueOf(small));
    List<NotebookSource> sources = files.stream().map(NotebookSource::read).toList();
    for (NotebookSource source : sources) {
      try {
        run(source);
      } catch (StoppedCell e) {
        System.err.println(stopped(source));
        return Main.STOPPED;
      }
    }
    return DONE;
  }

  private static void list(Map<String, Path> notebooks) {
    int width = notebooks.keySet().stream().mapToInt(String::length).max().orElse(0);
    notebooks.forEach(
        (name, file) -> {
          String gap = " ".repeat(width - name.length() + 2);
          System.out.println(name + gap + NotebookSource.read(file).title());
        });
    System.out.println("next: ./unroll notebook NAME, or --all");
  }

  private void run(NotebookSource source) {
    String name = NotebookFinder.name(source.file());
    long began = System.nanoTime();
    PrintStream terminal = System.out;
    PrintStream err = System.err;
    RanNotebook ran =
        Signals.during(
            signal -> {
              err.println(stopped(source));
              System.exit(Main.STOPPED);
            },
            () -> RanNotebook.run(source, cell -> terminal.println(name + ": " + cell)));
    Path file = made(out).resolve(name + ".ipynb");
    NotebookFile.write(ran, file);
    Path page = out.resolve(name + ".html");
    NotebookPage.write(ran, page);
    String time = Readable.duration((System.nanoTime() - began) / 1e9);
    System.out.println("wrote " + file + " and " + page + " in " + time);
  }

  private static String stopped(NotebookSource source) {
    return "stopped: nothing of " + NotebookFinder.name(source.file()) + " was written";
  }

  /** Cells may take hours; the folder itself is made when there is something to put into it. */
  private void requireFolder() {
    Path there = out.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new UserError("--out %s: %s is a file; name a folder".formatted(out, there));
    }
    if (!Files.isWritable(there)) {
      throw new UserError(
          "--out %s: %s may not be written to; name another folder".formatted(out, there));
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UnwritableFile(folder, e);
    }
  }
}
