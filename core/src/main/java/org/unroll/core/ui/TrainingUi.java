package org.unroll.core.ui;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.VertxUIServer;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.storage.FileStatsStorage;
import org.mapdb.DBException;
import org.unroll.core.UserError;

/**
 * DL4J's training view in the browser, with the pages of runs and samples. One at a time in a JVM,
 * as DL4J's server is a singleton; after {@link #close} another can be started. Thread-safe.
 */
public final class TrainingUi implements AutoCloseable {
  private static final int PORTS_TO_TRY = 50;
  // One worker name for all processes that train a run: a resumed run goes on in the same charts.
  static final String WORKER = "training";

  private final RunServer server;
  private final List<StatsStorage> storages = new ArrayList<>();
  private final List<Path> trained = new ArrayList<>();
  private boolean closed;

  private TrainingUi(RunServer server) {
    this.server = server;
  }

  /**
   * Starts the server and waits until it answers (about half a second).
   *
   * @param host 127.0.0.1 unless others shall see the pages; there is no login
   * @param port the first port to try, up to 50 from there; 0 takes any free one
   * @throws UserError if the host is not this machine or no port is free
   * @throws IllegalStateException if a UI server already runs in this JVM
   */
  public static synchronized TrainingUi start(String host, int port) {
    VertxUIServer running = VertxUIServer.getInstance();
    if (running != null && !running.isStopped()) {
      throw new IllegalStateException(
          "A UI server already runs in this JVM at "
              + running.getAddress()
              + "; DL4J allows one at a time. Close it first.");
    }
    ListenAddress first = ListenAddress.of(host, port);
    int last = port == 0 ? 0 : Math.min(65535, port + PORTS_TO_TRY - 1);
    for (int next = port; next <= last; next++) {
      ListenAddress address = first.withPort(next);
      if (address.isFree()) {
        try {
          return new TrainingUi(RunServer.start(address));
        } catch (BindException e) {
          continue; // Someone took it between the look and the start.
        }
      }
    }
    throw new UserError(
        "No free port for the training page on "
            + host
            + ": "
            + port
            + " to "
            + last
            + " are taken. Set another ui.port, or 0 for any free one.");
  }

  /** Where a browser on this machine finds the pages, such as {@code http://127.0.0.1:9000}. */
  public URI url() {
    return URI.create(server.getAddress());
  }

  /**
   * A listener that draws this run live and stores the charts in its directory. Also writes {@code
   * ui.json} there, so that another {@code ui} process can link to this one.
   *
   * @param statsFile {@code stats.dl4j} in the run directory; one that exists is continued
   * @param sessionName the run as the pages call it, {@code <app>/<run>}
   * @param every iterations between two points of the charts
   * @throws DamagedCharts if the file cannot be read
   * @throws UserError if it is open in another process
   */
  public synchronized StatsListener listen(Path statsFile, String sessionName, int every) {
    Path directory = statsFile.toAbsolutePath().getParent();
    String name = NamedSessions.clean(sessionName);
    StatsStorage storage = openToWrite(statsFile);
    trained.add(directory);
    server.runs().put(new AttachedRun(name, directory, true, ""));
    new RunAddress(url(), ProcessHandle.current().pid()).write(directory);
    return new ChartListener(storage, statsFile, every, name);
  }

  private StatsStorage openToWrite(Path statsFile) {
    StatsStorage storage;
    try {
      storage = new FileStatsStorage(statsFile.toFile());
    } catch (DBException.FileLocked e) {
      throw new UserError(
          statsFile
              + " is open in another process. End the one that trains or shows this run"
              + " (./unroll ui), or train without the page (--no-ui).",
          e);
    } catch (RuntimeException | IOError e) {
      throw new DamagedCharts(statsFile, e);
    }
    try {
      attach(storage); // reads it, and may find damage further in
      return storage;
    } catch (RuntimeException | IOError | AssertionError e) {
      DamagedCharts damaged = new DamagedCharts(statsFile, e);
      letGo(storage, damaged);
      throw damaged;
    }
  }

  private void letGo(StatsStorage storage, DamagedCharts why) {
    storages.remove(storage);
    server.detach(storage);
    try {
      storage.close();
    } catch (IOException | RuntimeException | IOError e) {
      why.addSuppressed(e); // what could not be read need not be closed in order
    }
  }

  /**
   * Adds a stored run for browsing, called {@code <app>/<run>} after its last two directories. One
   * that this server already shows is left as it is.
   *
   * @param runDirectory with {@code stats.dl4j}, {@code samples.jsonl} and {@code metrics.jsonl},
   *     as far as it got. Its charts are opened when somebody asks for them; if they are locked by
   *     the process that trains it, or damaged, the run is shown without them.
   */
  public void show(Path runDirectory) {
    Path directory = runDirectory.toAbsolutePath().normalize();
    Path parent = directory.getParent();
    Path root = parent == null || parent.getParent() == null ? parent : parent.getParent();
    String name = root == null ? directory.toString() : root.relativize(directory).toString();
    show(directory, name.replace('\\', '/'));
  }

  /** As {@link #show(Path)}, under a name of its own. */
  synchronized void show(Path directory, String shownName) {
    String name = NamedSessions.clean(shownName);
    if (!closed && server.runs().find(name).isEmpty()) {
      server.runs().put(new AttachedRun(name, directory, false, ""));
    }
  }

  /** Forgets the stored runs whose directories were deleted. */
  synchronized void forgetDeleted() {
    for (AttachedRun run : server.runs().list()) {
      if (!run.live() && !Files.isDirectory(run.directory())) {
        server.runs().remove(run.name());
      }
    }
  }

  /** Lets its runs be asked on the Play page. */
  public void answering(Answering who) {
    server.answering(who);
  }

  /** Repeats some work in the background until this view is closed. */
  void repeat(long milliseconds, Runnable work) {
    server.repeat(milliseconds, work);
  }

  private void attach(StatsStorage storage) {
    storages.add(storage);
    server.attach(storage);
  }

  /** Stops the server, closes the stored charts and removes {@code ui.json}. Idempotent. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (Path directory : trained) {
      RunAddress.remove(directory);
    }
    for (StatsStorage storage : storages) {
      server.detach(storage);
    }
    server.charts().closeAll();
    server.shutDown();
    for (StatsStorage storage : storages) {
      try {
        storage.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot close " + storage, e);
      }
    }
  }
}
