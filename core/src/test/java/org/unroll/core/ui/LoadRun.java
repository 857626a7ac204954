package org.unroll.core.ui;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Sample;
import org.unroll.core.run.JsonLines;

/** What a training of forecasts leaves for the Samples page: twelve epochs, two examples. */
final class LoadRun {
  private static final int PAST = 24;
  private static final int HORIZON = 24;

  private LoadRun() {}

  static void write(Path run) {
    for (int epoch = 1; epoch <= 12; epoch++) {
      double error = 0.2 / epoch;
      Map<String, Double> validation = new LinkedHashMap<>();
      for (String metric : List.of("mae", "rmse", "mse", "smape", "nd", "r2")) {
        validation.put(metric, 1000 * error);
      }
      JsonLines.append(
          run.resolve("metrics.jsonl"),
          List.of(
              Map.of("epoch", epoch, "train", Map.of("loss", error), "validation", validation)));
      JsonLines.append(run.resolve("samples.jsonl"), List.of(sample(epoch, 0), sample(epoch, 1)));
    }
  }

  /** The first example has no median; the second has no band and a truth with a hole. */
  private static Sample sample(int epoch, int example) {
    List<String> times = new ArrayList<>();
    List<Double> load = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> middle = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int step = 0; step < PAST + HORIZON; step++) {
      times.add(LocalDateTime.of(2024, 3, 1, 0, 0).plusHours(step).toString());
      double value = 9000 + 2000 * Math.sin(step / 3.8) + 700 * Math.cos(step / 1.9);
      load.add(example == 1 && step > 30 && step < 34 ? Double.NaN : value);
      if (step >= PAST) {
        double forecast = value + 1500.0 / epoch * Math.cos(step);
        low.add(forecast - 900.0 - 40 * (step - PAST));
        middle.add(forecast);
        high.add(forecast + 900.0 + 40 * (step - PAST));
      }
    }
    Map<String, List<Double>> levels =
        example == 1 ? Map.of("0.5", middle) : Map.of("0.1", low, "0.9", high);
    List<Double> past = load.subList(0, PAST);
    List<Double> truth = load.subList(PAST, PAST + HORIZON);
    return new Sample.Series(epoch, example, "", times, past, truth, levels);
  }
}
