package org.unroll.core.app;

import java.util.List;
import java.util.stream.IntStream;
import org.unroll.core.run.RunRequest;

/**
 * One of several trainings over which the scores of a run are averaged: that with one seed, that on
 * one fold.
 *
 * @param kind what differs from one to the next, such as {@code seed}
 * @param value of this one
 * @param settings {@code key=value}, laid over the config of the run
 */
public record Repetition(String kind, String value, List<String> settings) {
  /** The kind of those whose test data are parts of one set. */
  public static final String FOLD = "fold";

  public Repetition {
    settings = List.copyOf(settings);
  }

  /**
   * Those that a run consists of: one for each seed that is asked for, or else for each fold of its
   * config. With both, the training with one seed is itself repeated for each fold.
   *
   * @return none for a single training
   */
  public static List<Repetition> of(RunRequest request, RunConfig config) {
    return request.seeds().isEmpty()
        ? config.folds()
        : request.seeds().stream().map(Repetition::seed).toList();
  }

  /**
   * One for each number from 1.
   *
   * @param key of the config that names it
   */
  public static List<Repetition> numbered(String kind, String key, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> new Repetition(kind, Integer.toString(n), List.of(key + "=" + n)))
        .toList();
  }

  private static Repetition seed(long seed) {
    return new Repetition("seed", Long.toString(seed), List.of("seed=" + seed));
  }

  /** The name of its directory in that of the run. */
  public String directory() {
    return kind + "-" + value;
  }

  /** As it is told to the user. */
  public String title() {
    return kind + " " + value;
  }
}
