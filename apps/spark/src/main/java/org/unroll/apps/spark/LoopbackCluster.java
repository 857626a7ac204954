package org.unroll.apps.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.run.AtomicFile;

/**
 * A master of Spark and workers of one core each, on this machine and reached from it alone, as
 * processes that outlive the one that starts them. All of it is in one folder that its user alone
 * may read: who they are, a secret without which nobody gives them work, their logs and files.
 */
record LoopbackCluster(Path folder) {
  static final String HOST = "127.0.0.1";

  /** A system property: where the folder is, if not among the temporary files. */
  static final String FOLDER_PROPERTY = "unroll.spark";

  private static final int USUAL_PORT = 7077;
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration END = Duration.ofSeconds(5);

  /** The one that a user has. */
  static LoopbackCluster ofUser() {
    String otherwise =
        System.getProperty("java.io.tmpdir") + "/unroll-spark-" + System.getProperty("user.name");
    return new LoopbackCluster(Path.of(System.getProperty(FOLDER_PROPERTY, otherwise)));
  }

  private Path file() {
    return folder.resolve("cluster.json");
  }

  /** Empty if there is none; its processes may have ended. */
  Optional<ClusterState> state() {
    if (Files.exists(folder)) {
      requireOwn();
    }
    return Json.readIfThere(file(), ClusterState.class);
  }

  /** What one must know to give work to the cluster at an address, if it is this one. */
  Optional<String> secretOf(String url) {
    return state().filter(state -> state.url().equals(url)).map(ClusterState::secret);
  }

  /**
   * Starts it and waits until all workers are there.
   *
   * @param memory what a worker may give to executors, such as {@code 2g}
   * @throws UserError if there is one already, or it does not start
   */
  ClusterState up(int workers, String memory) {
    Optional<ClusterState> running =
        state().filter(each -> each.processes().stream().anyMatch(p -> p.process().isPresent()));
    if (running.isPresent()) {
      throw new UserError(
          "a cluster is up already, at %s: use it, or end it by ./unroll spark down"
              .formatted(running.get().url()));
    }
    try {
      clear();
      return start(workers, memory);
    } catch (IOException e) {
      throw new UserError("cannot start Spark in " + folder + ": " + e.getMessage(), e);
    }
  }

  private ClusterState start(int workers, String memory) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    requireOwn();
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    int port = freePort(USUAL_PORT);
    String page = "http://%s:%d".formatted(HOST, freePort(0));
    ClusterState state =
        new ClusterState(
            "spark://%s:%d".formatted(HOST, port),
            page,
            HexFormat.of().formatHex(secret),
            workers,
            List.of());
    ClusterJvms jvms = new ClusterJvms(folder, state);
    state = started(state, "master", jvms.master(port));
    MasterPage master = new MasterPage(state.page());
    await(state, "master", () -> master.workers().isPresent());
    for (int i = 1; i <= workers; i++) {
      state = started(state, "worker-" + i, jvms.worker(i, memory));
    }
    await(state, "worker-1", () -> master.workers().orElse(0) == workers);
    return state;
  }

  /** Written down at once, so that a start that is killed leaves nothing that cannot be ended. */
  private ClusterState started(ClusterState state, String name, Process process) {
    List<ClusterState.Started> processes = new ArrayList<>(state.processes());
    processes.add(ClusterState.Started.of(name, process.toHandle()));
    ClusterState grown =
        new ClusterState(state.url(), state.page(), state.secret(), state.workers(), processes);
    AtomicFile.writeJson(file(), grown);
    return grown;
  }

  private interface Condition {
    boolean holds();
  }

  private void await(ClusterState state, String log, Condition condition) {
    Instant end = Instant.now().plus(START);
    while (!condition.holds()) {
      boolean lost = state.processes().stream().anyMatch(each -> each.process().isEmpty());
      if (lost || Instant.now().isAfter(end)) {
        down(state, false);
        throw new UserError(
            "Spark did not start%s: see %s"
                .formatted(lost ? "" : " in time", folder.resolve(log + ".log")));
      }
      SparkConnection.pause();
    }
  }

  /** Ends all of it, whatever became of it before; true if there was something to end. */
  boolean down() {
    Optional<ClusterState> state = state();
    state.ifPresent(each -> down(each, true));
    return state.isPresent();
  }

  private void down(ClusterState state, boolean clear) {
    List<ProcessHandle> all = new ArrayList<>();
    for (ClusterState.Started each : state.processes()) {
      each.process()
          .ifPresent(
              process -> {
                all.add(process);
                process.descendants().forEach(all::add); // executors
              });
    }
    all.forEach(ProcessHandle::destroy);
    Instant end = Instant.now().plus(END);
    while (all.stream().anyMatch(ProcessHandle::isAlive) && Instant.now().isBefore(end)) {
      SparkConnection.pause();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      if (clear) {
        clear();
      } else {
        Files.deleteIfExists(file()); // the logs say what went wrong
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void clear() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    requireOwn();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** Among temporary files anybody may have made a folder of that name. */
  private void requireOwn() {
    try {
      String owner = Files.getOwner(folder).getName();
      if (!owner.equals(System.getProperty("user.name"))) {
        throw new UserError(
            "%s is %s's: name another folder by JAVA_TOOL_OPTIONS=-D%s=…"
                .formatted(folder, owner, FOLDER_PROPERTY));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wanted == 0) {
        throw e;
      }
      return freePort(0);
    }
  }
}
