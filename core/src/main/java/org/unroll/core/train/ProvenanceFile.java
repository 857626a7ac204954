package org.unroll.core.train;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Threads;
import org.unroll.core.run.Build;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;

/** Keeps a run's {@code provenance.json} as the run starts and goes on. */
final class ProvenanceFile {
  private ProvenanceFile() {}

  static void create(
      RunDirectory run, RunConfig config, Task<?, ?> task, RunRequest request, Threads threads) {
    Map<String, String> environment = Backend.describe();
    environment.put(Backend.PARTS, String.valueOf(threads.parts()));
    new Provenance(
            Build.commit(),
            Build.version(),
            config.seed(),
            environment,
            request.command(),
            task.digests(),
            List.of(Instant.now().toString()),
            "",
            0,
            0,
            request.continues(),
            task.remark())
        .write(run);
  }

  /**
   * @throws UserError if the data is not what the run began with
   */
  static void resume(RunDirectory run, Task<?, ?> task) {
    requireSameData(run, task);
    Provenance.read(run).resumed().write(run);
  }

  /**
   * @throws UserError if the data is not what the run began with
   */
  static void requireSameData(RunDirectory run, Task<?, ?> task) {
    Provenance provenance = Provenance.read(run);
    task.digests()
        .forEach(
            (name, digest) -> {
              if (!provenance.data().getOrDefault(name, digest).equals(digest)) {
                throw new UserError(
                    "cannot go on with "
                        + run.path()
                        + ": the data in "
                        + name
                        + " has changed since the run began; start a new run");
              }
            });
  }
}
