package org.unroll.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.Json;
import org.unroll.core.UserError;

/**
 * {@code request.json}: what was asked of a run beside its config, so that resuming needs nothing
 * but the directory.
 *
 * @param command as typed
 * @param test score the test split at the end
 * @param seeds one training for each in a sub-directory; empty for a single training
 * @param continues the run whose training goes on here, from its last epoch; empty for a training
 *     from the start
 */
public record RunRequest(
    int format,
    List<String> command,
    boolean test,
    List<Long> seeds,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String continues) {
  private static final int FORMAT = 1;

  public RunRequest {
    command = List.copyOf(command);
    seeds = List.copyOf(seeds);
    continues = continues == null ? "" : continues; // a file of most runs has no such key
  }

  /**
   * @throws UserError if a seed stands twice
   */
  public RunRequest(List<String> command, boolean test, List<Long> seeds) {
    this(FORMAT, command, test, seeds, "");
    Set<Long> different = new LinkedHashSet<>(seeds);
    if (different.size() < seeds.size()) {
      List<Long> repeated = new ArrayList<>(seeds);
      different.forEach(repeated::remove);
      throw new UserError(
          "--seeds names " + repeated.get(0) + " twice: expected seeds that differ");
    }
  }

  /** What is asked of one of the trainings that are repeated. */
  public RunRequest withoutSeeds() {
    return new RunRequest(format, command, test, List.of(), continues);
  }

  /** The same, scored on the test split too if either asks for it. */
  public RunRequest orTest(boolean alsoTest) {
    return new RunRequest(format, command, test || alsoTest, seeds, continues);
  }

  /** The same, but the test split stays unread. */
  public RunRequest withoutTest() {
    return new RunRequest(format, command, false, seeds, continues);
  }

  /** The same for a training that goes on where a run ended. */
  public RunRequest continuing(RunDirectory run) {
    return new RunRequest(format, command, test, seeds, run.path().toString());
  }

  /** The run whose training goes on here. */
  public Optional<RunDirectory> continued() {
    return continues.isEmpty()
        ? Optional.empty()
        : Optional.of(new RunDirectory(Path.of(continues)));
  }

  public void write(RunDirectory run) {
    AtomicFile.writeJson(run.request(), this);
  }

  /** A run of before there was this file asked for nothing. */
  public static RunRequest read(RunDirectory run) {
    if (!Files.exists(run.request())) {
      return new RunRequest(List.of(), false, List.of());
    }
    return Json.read(run.request(), RunRequest.class);
  }
}
