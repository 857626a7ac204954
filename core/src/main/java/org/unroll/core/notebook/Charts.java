package org.unroll.core.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.unroll.core.metric.Chart;

/** Charts in few words, for cells. */
public final class Charts {
  private Charts() {}

  /** Lines along the steps 0, 1, 2, … */
  public static Chart lines(String title, Chart.Line... lines) {
    return lines(title, "", "", lines);
  }

  /**
   * @param across what a step is
   * @param up what the values are
   */
  public static Chart lines(String title, String across, String up, Chart.Line... lines) {
    return lines(title, across, up, steps(lines), lines);
  }

  /**
   * @param steps a name a step, such as a time; ascending numbers lie where they belong
   * @throws IllegalArgumentException if a line has not one value a step
   */
  public static Chart lines(String title, Collection<?> steps, Chart.Line... lines) {
    return lines(title, "", "", steps, lines);
  }

  /** The same with names of the axes. */
  public static Chart lines(
      String title, String across, String up, Collection<?> steps, Chart.Line... lines) {
    List<String> names = steps.stream().map(String::valueOf).toList();
    return new Chart.Lines(title, names, List.of(lines)).named(across, up);
  }

  /** Lines along the steps 0, 1, 2, …; equal ways up are equal factors. */
  public static Chart logarithmic(String title, Chart.Line... lines) {
    return logarithmic(title, "", "", lines);
  }

  /** The same with names of the axes. */
  public static Chart logarithmic(String title, String across, String up, Chart.Line... lines) {
    return new Chart.Lines(title, steps(lines), List.of(lines)).named(across, up).byFactors();
  }

  private static List<String> steps(Chart.Line... lines) {
    int steps = lines.length == 0 ? 0 : lines[0].values().size();
    return IntStream.range(0, steps).mapToObj(String::valueOf).toList();
  }

  public static Chart.Line line(String name, double... values) {
    return new Chart.Line(name, Arrays.stream(values).boxed().toList());
  }

  public static Chart.Line line(String name, Collection<? extends Number> values) {
    return new Chart.Line(name, doubles(values));
  }

  /**
   * A bar for each entry, in its order; down where it is negative.
   *
   * @param up what the heights are
   */
  public static Chart bars(String title, String up, Map<?, ? extends Number> heights) {
    return bars(title, "", up, heights);
  }

  /**
   * @param across what the entries are
   * @param up what the heights are
   */
  public static Chart bars(
      String title, String across, String up, Map<?, ? extends Number> heights) {
    List<Chart.Bar> bars = new ArrayList<>();
    heights.forEach((name, value) -> bars.add(new Chart.Bar("" + name, value.doubleValue())));
    return new Chart.Bars(title, across, up, bars);
  }

  /** One quantity against another. */
  public static Chart points(String title, String across, String up, Chart.Cloud... clouds) {
    return new Chart.Points(title, across, up, List.of(clouds));
  }

  public static Chart.Cloud cloud(
      String name, Collection<? extends Number> x, Collection<? extends Number> y) {
    return new Chart.Cloud(name, doubles(x), doubles(y));
  }

  private static List<Double> doubles(Collection<? extends Number> values) {
    return values.stream().map(Number::doubleValue).toList();
  }
}
