package org.unroll.datasets.series;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.core.app.Split;

class ScratchIT {
  static void run(String name, String yaml, boolean scaled, boolean ridge) {
    long t = System.nanoTime();
    Experiment e = new Experiment(yaml);
    SplitSeries split = e.read(Split.TEST);
    FittedSeries fitted = e.fit(split);
    Windows train = fitted.windows(split, Split.TRAIN);
    Windows validation = fitted.windows(split, Split.VALIDATION);
    Windows test = fitted.windows(split, Split.TEST);
    e.notices.forEach(System.out::println);
    System.out.printf(
        "%s: read %.1f s, windows %d %d %d, from %s test %s to %s%n",
        name,
        (System.nanoTime() - t) / 1e9,
        train.size(),
        validation.size(),
        test.size(),
        train.label(0, 0),
        test.label(0, 0),
        test.label(test.size() - 1, e.window.horizon() - 1));
    show(name + " naive", Experiment.score(new SeasonalNaive(1), test, split, scaled));
    show(name + " seasonal", Experiment.score(new SeasonalNaive(24), test, split, scaled));
    if (!ridge) {
      return;
    }
    t = System.nanoTime();
    Ridge model = Ridge.fit(train, validation);
    System.out.printf("ridge %s, %.1f s%n", model.choice(), (System.nanoTime() - t) / 1e9);
    show(name + " ridge val", Experiment.score(model, validation, split, scaled));
    show(name + " ridge", Experiment.score(model, test, split, scaled));
    Ridge refit = model.refit(train, validation);
    show(name + " ridge refit", Experiment.score(refit, test, split, scaled));
  }

  static void show(String name, Map<String, Double> m) {
    StringBuilder s = new StringBuilder(name);
    m.forEach((k, v) -> s.append(String.format(Locale.ROOT, " %s %.4f", k, v)));
    System.out.println(s);
  }

  @Test
  void gefcomLoad() {
    run(
        "2014 load96",
        "data: {source: gefcom2014, batch: 64}\nseries: {stamps: end, targets: [load]}\nwindow: {past: 96, horizon: 24}",
        false,
        true);
  }

  @Test
  void gefcomCalendar() {
    run(
        "2014 calendar",
        "data: {source: gefcom2014, batch: 64}\nseries: {stamps: end, targets: [load], calendar: [hour, weekday, season]}\nwindow: {past: 168, horizon: 24}",
        false,
        true);
  }

  static final String DERIVE =
      "derive: {t: {kind: mean, of: [w*]}, t2: {kind: power, of: t, by: 2}, t3: {kind: power, of: t, by: 3}, ts: {kind: smooth, of: t, by: 24}}";

  @Test
  void gefcomPastTemperature() {
    run(
        "2014 temp",
        "data: {source: gefcom2014, batch: 64}\nseries: {stamps: end, targets: [load], past: [t, t2, t3, ts], calendar: [hour, weekday, season], "
            + DERIVE
            + "}\nwindow: {past: 168, horizon: 24}",
        false,
        true);
  }

  @Test
  void gefcomExPost() {
    run(
        "2014 expost",
        "data: {source: gefcom2014, batch: 64}\nseries: {stamps: end, targets: [load], future: [t, t2, t3, ts], ex-post: [t, t2, t3, ts], calendar: [hour, weekday, season], "
            + DERIVE
            + "}\nwindow: {past: 168, horizon: 24}",
        false,
        true);
  }

  @Test
  void ett24() {
    run(
        "ett24",
        "data: {source: etth1, batch: 64}\nseries: {time: date, targets: [OT]}\nwindow: {past: 336, horizon: 24, scaling: last}",
        true,
        true);
    run(
        "ett96",
        "data: {source: etth1, batch: 64}\nseries: {time: date, targets: [OT]}\nwindow: {past: 336, horizon: 96, scaling: last}",
        true,
        true);
  }

  @Test
  void m4() {
    run(
        "m4",
        "data: {source: m4-hourly, batch: 64}\nseries: {layout: rows, time: [], frequency: 1h, targets: [value]}\nwindow: {past: 168, horizon: 48, scaling: window}",
        false,
        true);
  }

  @Test
  void gefcom2012() {
    run(
        "2012",
        "data: {source: gefcom2012, batch: 64}\nseries: {stamps: end, targets: [zone1]}\nwindow: {past: 168, horizon: 1}",
        false,
        true);
  }

  @Test
  void sample() {
    run(
        "sample",
        "data: {source: sample, batch: 64}\nseries: {targets: [load], future: [temperature, holiday], calendar: [hour, weekday, season]}\nwindow: {past: 168, horizon: 24}",
        false,
        true);
  }
}
