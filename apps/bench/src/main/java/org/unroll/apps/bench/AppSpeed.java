package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.engine.Phase;
import org.unroll.core.engine.Threads;
import org.unroll.core.metric.Table;

/**
 * How fast an app trains with some threads, and what they do.
 *
 * @param examples a second, the median over the rounds
 * @param alone a second of as many trainings as there are threads side by side, the median
 * @param data share of the time of all threads that they wait for batches
 * @param shares of the time of all threads by phase
 * @param primitives made in 1,000 steps
 */
record AppSpeed(
    String name,
    Threads threads,
    long parameters,
    double examples,
    double alone,
    double data,
    Map<Phase, Double> shares,
    double primitives) {

  static AppSpeed of(
      String name,
      Threads threads,
      long parameters,
      List<AppTraining.Speed> rounds,
      List<Double> alone) {
    double seconds = 0;
    double waiting = 0;
    double primitives = 0;
    int steps = 0;
    List<Double> examples = new ArrayList<>();
    Map<Phase, Double> busy = new EnumMap<>(Phase.class);
    for (AppTraining.Speed round : rounds) {
      seconds += round.seconds();
      waiting += round.waiting();
      primitives += round.primitives();
      steps += round.steps();
      examples.add(round.examples() / round.seconds());
      round.busy().forEach((phase, spent) -> busy.merge(phase, spent, Double::sum));
    }
    double all = seconds * threads.parts();
    busy.replaceAll((phase, spent) -> spent / all);
    return new AppSpeed(
        name,
        threads,
        parameters,
        Timing.median(array(examples)),
        Timing.median(array(alone)),
        waiting / seconds,
        busy,
        1000 * primitives / steps);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A row for each. */
  static Table table(List<AppSpeed> speeds) {
    List<String> header =
        new ArrayList<>(List.of("training", "threads", "examples/s", "of as many alone", "data"));
    for (Phase phase : Phase.values()) {
      header.add(phase.name().toLowerCase(Locale.ROOT));
    }
    header.addAll(List.of("rest", "primitives/1,000", "parameters"));
    return new Table(
        "training steps, no validation; shares of the time of all threads",
        header,
        speeds.stream().map(AppSpeed::row).toList());
  }

  private List<String> row() {
    List<String> row = new ArrayList<>();
    row.add(name);
    row.add(String.valueOf(threads.parts()));
    row.add(String.format(Locale.ROOT, "%,.0f", examples));
    row.add(String.format(Locale.ROOT, "%.3f", examples / alone));
    row.add(percent(data));
    double rest = 1 - data;
    for (Phase phase : Phase.values()) {
      row.add(percent(shares.get(phase)));
      rest -= shares.get(phase);
    }
    row.add(percent(rest)); // waiting for another part
    row.add(String.format(Locale.ROOT, "%.1f", primitives));
    row.add(String.format(Locale.ROOT, "%,d", parameters));
    return row;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
