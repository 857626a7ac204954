package org.unroll.apps.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A load of eight hours that come again and again, with a hole, and configs that learn it. */
final class TinyLoad {
  private static final double[] CYCLE = {3, 7, 1, 9, 4, 8, 2, 6};
  private static final int HOURS = 160;
  private static final int KNOWN = 8;

  private TinyLoad() {}

  /** The load with a temperature; ten hours of the load are missing early on. */
  static Path write(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,load,temperature\n");
    for (int hour = 0; hour < HOURS; hour++) {
      boolean hole = hour >= 30 && hour < 40;
      rows.append(row(hour, hole ? "" : Double.toString(load(hour))));
    }
    return Files.writeString(folder.resolve("load.csv"), rows);
  }

  /** The last hours, then those to forecast, some of them with their temperature. */
  static Path tail(Path folder, int known) throws IOException {
    return after(HOURS, folder.resolve("tail.csv"), known);
  }

  /** The same with a day before them. */
  static Path longTail(Path folder, int known) throws IOException {
    return after(HOURS - 24, folder.resolve("long-tail.csv"), known);
  }

  private static Path after(int first, Path file, int known) throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,load,temperature\n");
    for (int hour = first; hour < HOURS + KNOWN; hour++) {
      rows.append(row(hour, Double.toString(load(hour))));
    }
    for (int hour = HOURS + KNOWN; hour < HOURS + KNOWN + known; hour++) {
      rows.append(row(hour, ""));
    }
    return Files.writeString(file, rows);
  }

  /** The hours of {@link #tail} with the load that came: one window. */
  static Path window(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,load,temperature\n");
    for (int hour = HOURS; hour < HOURS + KNOWN + 4; hour++) {
      rows.append(row(hour, Double.toString(load(hour))));
    }
    return Files.writeString(folder.resolve("window.csv"), rows);
  }

  /** What the load is; the cycle, and a little of the temperature. */
  static double load(int hour) {
    return 100 + 10 * CYCLE[hour % CYCLE.length] + temperature(hour);
  }

  private static double temperature(int hour) {
    return hour * 7 % 5;
  }

  private static String row(int hour, String load) {
    return "2024-03-%02d %02d:00,%s,%s%n"
        .formatted(1 + hour / 24, hour % 24, load, temperature(hour));
  }

  /** Of the medians in a file of forecasts. */
  static double meanError(Path forecasts) throws IOException {
    List<String> rows = Files.readAllLines(forecasts);
    int median = List.of(rows.get(0).split(",")).indexOf("load-0.5");
    double sum = 0;
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      LocalDateTime time = LocalDateTime.parse(cells[0]);
      int hour = 24 * (time.getDayOfMonth() - 1) + time.getHour();
      sum += Math.abs(load(hour) - Double.parseDouble(cells[median]));
    }
    return sum / (rows.size() - 1);
  }

  /** Settings of a small net that forecasts a number for each of four hours. */
  static List<String> settings(Path file) {
    return new ArrayList<>(
        List.of(
            "data={source: "
                + file
                + ", batch: 16, windows-per-epoch: null,"
                + " split: {fractions: [0.5, 0.25, 0.25]}}",
            "series={targets: [load], future: [temperature], calendar: [hour]}",
            "window={past: 8, horizon: 4}",
            "graph={encoder: {layer: gru, size: 12, input: past},"
                + " state: {vertex: final-state, input: encoder},"
                + " decoder: {layer: gru, size: 12, input: future, initial-state: state},"
                + " linear: {layer: linear, input: [past, future]},"
                + " output: {layer: regression, input: decoder, skip: linear}}",
            "train={epochs: 60, updater: {adam: 0.02}, schedule: null, early-stop: {metric: mae, patience: 60}}"));
  }

  /** The same with another output: quantiles, fed with its own median. */
  static List<String> recursive(Path file) {
    List<String> settings = settings(file);
    settings.add(
        "graph={encoder: {layer: gru, size: 12, input: past},"
            + " state: {vertex: final-state, input: encoder},"
            + " joined: {vertex: concat, input: [future, previous]},"
            + " decoder: {layer: gru, size: 12, input: joined, initial-state: state},"
            + " output: {layer: quantiles, levels: [0.1, 0.5, 0.9], input: decoder}}");
    return settings;
  }

  /** The command line of a training. */
  static String[] train(Path run, List<String> settings, String... more) {
    List<String> command =
        new ArrayList<>(List.of("forecast", "train", "--no-ui", "--run-dir", run.toString()));
    settings.forEach(setting -> command.addAll(List.of("-s", setting)));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  /** The command line of a comparison. */
  static String[] compare(Path run, List<String> settings, String... variants) {
    List<String> command =
        new ArrayList<>(List.of("forecast", "compare", "--run-dir", run.toString()));
    settings.forEach(setting -> command.addAll(List.of("-s", setting)));
    List.of(variants).forEach(variant -> command.addAll(List.of("-v", variant)));
    return command.toArray(String[]::new);
  }
}
