package org.unroll.core.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A run and its data in a folder to which both were moved. A process that works there asks the run,
 * without network, mirror or anything in the cache.
 */
final class MovedRun {
  private final Path folder;
  private final Path cache;

  private MovedRun(Path folder) {
    this.folder = folder;
    this.cache = folder.resolve("cache");
  }

  /** Moves a run to {@code run} and a folder of data to {@code data} below a new folder. */
  static MovedRun to(Path folder, Path run, Path data) throws IOException {
    Files.createDirectory(folder);
    Files.move(run, folder.resolve("run"));
    Files.move(data, folder.resolve("data"));
    return new MovedRun(folder);
  }

  /** What a command of an app says of it. */
  Unroll ask(String app, String command, List<String> more) {
    List<String> arguments = new ArrayList<>(List.of(app, command, "--offline", "--run", "run"));
    arguments.addAll(more);
    Map<String, String> environment = Map.of("UNROLL_CACHE", cache.toString(), "UNROLL_MIRROR", "");
    try (UnrollProcess process =
        UnrollProcess.startIn(folder, environment, arguments.toArray(String[]::new))) {
      return process.end();
    }
  }

  /** Where a data set would have been fetched to. */
  Path cache() {
    return cache;
  }
}
