package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Threads;

/**
 * Times a training with several numbers of threads in turn, round by round, so that whatever else
 * the machine does falls on all alike. What n threads could reach is told by n trainings side by
 * side, each with a thread and a net of its own.
 */
final class AppsBenchmark {
  private final RunConfig config;
  private final Task<?, ?> task;
  private final List<Integer> threads;

  AppsBenchmark(RunConfig config, Task<?, ?> task, List<Integer> threads) {
    this.config = config;
    this.task = task;
    this.threads = threads;
  }

  List<AppSpeed> run(String name, int steps, int rounds) {
    Map<Integer, AppTraining> trainings = new LinkedHashMap<>();
    for (int each : threads) {
      trainings.put(each, new AppTraining(config, task, new Threads(each, 1)));
    }
    List<Alone> alone = new ArrayList<>();
    for (int i = 0;
        i < trainings.keySet().stream().mapToInt(Integer::intValue).max().orElse(1);
        i++) {
      alone.add(new Alone(config, task));
    }
    try {
      return run(name, trainings, alone, steps, rounds);
    } finally {
      trainings.values().forEach(AppTraining::close);
      alone.forEach(Alone::close);
    }
  }

  private static List<AppSpeed> run(
      String name, Map<Integer, AppTraining> trainings, List<Alone> alone, int steps, int rounds) {
    Map<Integer, List<AppTraining.Speed>> speeds = new LinkedHashMap<>();
    Map<Integer, List<Double>> together = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<Integer, AppTraining> training : trainings.entrySet()) {
        AppTraining.Speed speed = training.getValue().run(steps);
        double others = sideBySide(alone.subList(0, training.getKey()), steps);
        if (round > 0) { // the first one is warm-up
          speeds.computeIfAbsent(training.getKey(), key -> new ArrayList<>()).add(speed);
          together.computeIfAbsent(training.getKey(), key -> new ArrayList<>()).add(others);
        }
      }
    }
    List<AppSpeed> rows = new ArrayList<>();
    trainings.forEach(
        (threads, training) ->
            rows.add(
                AppSpeed.of(
                    name,
                    new Threads(threads, 1),
                    training.parameters(),
                    speeds.get(threads),
                    together.get(threads))));
    return rows;
  }

  /** Examples a second of all of them. */
  private static double sideBySide(List<Alone> trainings, int steps) {
    List<CompletableFuture<AppTraining.Speed>> running =
        trainings.stream().map(training -> training.run(steps)).toList();
    double sum = 0;
    for (CompletableFuture<AppTraining.Speed> each : running) {
      AppTraining.Speed speed = each.join();
      sum += speed.examples() / speed.seconds();
    }
    return sum;
  }

  /** A training on a thread of its own. */
  private static final class Alone implements AutoCloseable {
    private final ExecutorService thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = new Thread(work, "training");
              made.setDaemon(true);
              return made;
            });
    private final AppTraining training;

    Alone(RunConfig config, Task<?, ?> task) {
      training =
          on(() -> {
                Backend.useThreads(1);
                return new AppTraining(config, task, Threads.ONE);
              })
              .join();
    }

    private <T> CompletableFuture<T> on(Supplier<T> work) {
      return CompletableFuture.supplyAsync(work, thread);
    }

    CompletableFuture<AppTraining.Speed> run(int steps) {
      return on(() -> training.run(steps));
    }

    @Override
    public void close() {
      on(() -> {
            training.close();
            return Optional.empty();
          })
          .join();
      thread.shutdown();
    }
  }
}
