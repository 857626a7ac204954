package org.unroll.apps.serve;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.unroll.core.model.QueueFull;

/** The runs of a service by name, each of which may be replaced by a newer one. Thread-safe. */
final class ServedRuns implements AutoCloseable {
  private final Map<String, ServedRun> byName = new ConcurrentSkipListMap<>();

  void put(ServedRun run) {
    byName.put(run.name(), run);
  }

  Collection<ServedRun> all() {
    return List.copyOf(byName.values());
  }

  /**
   * @throws Refusal if there is none of that name
   */
  ServedRun find(String name) {
    ServedRun run = byName.get(name);
    if (run == null) {
      throw Refusal.of(
          404,
          "no run is served as '%s'; expected %s"
              .formatted(name, String.join(", ", byName.keySet())));
    }
    return run;
  }

  /**
   * The only run.
   *
   * @throws Refusal if there are several
   */
  ServedRun only() {
    if (byName.size() > 1) {
      throw Refusal.of(
          404,
          "several runs are served: ask /predict/ and one of "
              + String.join(", ", byName.keySet()));
    }
    return byName.values().iterator().next();
  }

  /** Takes a newer one in the place of another, and ends that when all it was asked is answered. */
  void replace(ServedRun newer) {
    ServedRun older = byName.put(newer.name(), newer);
    if (older != null) {
      older.close();
    }
  }

  /** Asks a run; one that is replaced meanwhile and refuses, by the one that replaced it. */
  <T> CompletableFuture<T> ask(ServedRun run, Function<ServedRun, CompletableFuture<T>> ask) {
    CompletableFuture<T> answer;
    try {
      answer = ask.apply(run);
    } catch (RejectedExecutionException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<T> first = answer;
    CompletableFuture<T> told =
        first.exceptionallyCompose(
            fault -> {
              ServedRun now = byName.get(run.name());
              return isClosed(fault) && now != run
                  ? ask(now, ask)
                  : CompletableFuture.failedFuture(fault);
            });
    told.whenComplete((value, fault) -> first.cancel(false)); // who asked may have gone
    return told;
  }

  private static boolean isClosed(Throwable fault) {
    Throwable reason = Faults.reason(fault);
    return reason instanceof RejectedExecutionException && !(reason instanceof QueueFull);
  }

  /** Ends when all that waits is answered. */
  @Override
  public void close() {
    byName.values().forEach(ServedRun::close);
  }
}
