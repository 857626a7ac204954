package org.unroll.apps.spark;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.SparkEnv;
import org.unroll.core.Json;
import org.unroll.core.config.Device;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.GroupMember;
import org.unroll.core.layer.array.CachedShapes;
import org.unroll.core.parallel.GroupAddress;
import org.unroll.core.parallel.ProcessGroup;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.UnwritableFile;
import org.unroll.core.train.RemoteTraining;

/**
 * Executors that train one net together. The one that has the training says in the run's directory
 * where it is; the others come there.
 */
record ExecutorGroup(Optional<ProcessGroup> processes, Path file) implements AutoCloseable {
  /** How long the others may take to come before it begins without them; they join later. */
  private static final Duration GATHERING = Duration.ofSeconds(20);

  /** How long one looks for the first before it lets others have its executor. */
  private static final Duration LOOKING = Duration.ofSeconds(5);

  static ExecutorGroup of(RemoteTraining training) {
    Path file = training.groupFile();
    if (training.workers() == 1) {
      return new ExecutorGroup(Optional.empty(), file);
    }
    ProcessGroup group = new ProcessGroup(training.workers(), host());
    openFolder(file);
    AtomicFile.writeJson(file, group.address());
    group.await(GATHERING);
    return new ExecutorGroup(Optional.of(group), file);
  }

  /** The address holds a secret. */
  private static void openFolder(Path file) {
    try {
      Files.createDirectories(file.getParent().getParent());
      Files.deleteIfExists(file); // of one that was lost
      Files.deleteIfExists(file.getParent());
      Files.createDirectory(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UnwritableFile(file, e);
    }
  }

  private static String host() {
    return SparkEnv.get().blockManager().blockManagerId().host();
  }

  /** Whether a page that this process serves to its own machine is in reach of the driver. */
  static boolean seenByDriver() {
    try {
      return InetAddress.getByName(host()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public void close() {
    processes.ifPresent(ProcessGroup::close);
    try {
      if (processes.isPresent()) {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.getParent());
      }
    } catch (IOException e) {
      throw new UnwritableFile(file, e);
    }
  }

  /** Computes for a training until that ends, or its first process is gone. */
  static boolean help(RemoteTraining training) throws IOException {
    Locale.setDefault(Locale.ROOT);
    CachedShapes.use();
    Backend.prepare(Device.CPU, OptionalInt.of(1));
    Instant end = Instant.now().plus(LOOKING);
    while (Instant.now().isBefore(end)) {
      if (Files.exists(training.groupFile())) {
        try {
          GroupMember.serve(Json.read(training.groupFile(), GroupAddress.class));
          return true;
        } catch (ConnectException e) {
          // of one that was lost; the next writes where it is
        }
      }
      SparkConnection.pause();
    }
    return false;
  }
}
