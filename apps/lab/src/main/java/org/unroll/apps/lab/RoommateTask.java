package org.unroll.apps.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.Net;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.lab.CookedDays;
import org.unroll.datasets.lab.Food;
import org.unroll.datasets.lab.LabSettings;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.Roommate;

/** The perfect roommate with a net. Not thread-safe. */
final class RoommateTask extends LabTask<CookedDays> {
  static final List<Metric> METRICS = List.of(Metric.ACCURACY, Metric.EXACT_MATCH, Metric.MSE);

  RoommateTask(Roommate roommate, LabSettings settings) {
    super(roommate, settings);
  }

  @Override
  protected Evaluation score(List<CookedDays> examples, List<float[]> outputs) {
    List<List<double[]>> said = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      said.add(days(examples.get(i), outputs.get(i)));
    }
    return new Evaluation(metrics(examples, said), List.of());
  }

  private static List<double[]> days(CookedDays example, float[] output) {
    return new StepClasses(output, Roommate.FOODS).from(0, example.sunny().size());
  }

  private static Map<String, Double> metrics(List<CookedDays> examples, List<List<double[]>> said) {
    int days = 0;
    int right = 0;
    int wholes = 0;
    double squares = 0;
    for (int i = 0; i < said.size(); i++) {
      List<Food> cooked = examples.get(i).cooked();
      int rightHere = 0;
      for (int day = 0; day < cooked.size(); day++) {
        double[] row = said.get(i).get(day);
        rightHere += StepClasses.best(row) == cooked.get(day).ordinal() ? 1 : 0;
        for (int food = 0; food < row.length; food++) {
          squares += Math.pow(row[food] - (food == cooked.get(day).ordinal() ? 1 : 0), 2);
        }
      }
      days += cooked.size();
      right += rightHere;
      wholes += rightHere == cooked.size() ? 1 : 0;
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metric.ACCURACY.key(), (double) right / days);
    metrics.put(Metric.EXACT_MATCH.key(), (double) wholes / said.size());
    metrics.put(Metric.MSE.key(), squares / days / Roommate.FOODS);
    return metrics;
  }

  /** Who is told what was cooked yesterday and does not look out of the window. */
  @Override
  protected Map<String, Evaluation> baselines(List<CookedDays> examples) {
    List<List<double[]>> said = new ArrayList<>();
    for (CookedDays example : examples) {
      List<double[]> rows = new ArrayList<>();
      Food yesterday = example.before();
      for (Food today : example.cooked()) {
        double[] row = new double[Roommate.FOODS];
        row[yesterday.ordinal()] = 1;
        rows.add(row);
        yesterday = today;
      }
      said.add(rows);
    }
    return Map.of("yesterday", new Evaluation(metrics(examples, said), List.of()));
  }

  @Override
  protected List<Table> tables(Net net) {
    List<Table> tables = new ArrayList<>(Matrices.tables(net));
    net.recurrentLayers().keySet().forEach(node -> tables.add(dayByDay(net, node)));
    return tables;
  }

  /** What a net makes of an example that has both kinds of weather. */
  private Table dayByDay(Net net, String node) {
    CookedDays example = new CookedDays(Food.PIE, List.of(false, true, false));
    StepClasses states = states(net, node, example);
    StepClasses said = new StepClasses(outputs(net, List.of(example)).get(0), Roommate.FOODS);
    List<List<String>> rows = new ArrayList<>();
    for (int day = 0; day < example.sunny().size(); day++) {
      rows.add(
          List.of(
              String.valueOf(day + 1),
              Roommate.sky(example.sunny().get(day)),
              numbers(states.at(day)),
              numbers(said.at(day)),
              Food.values()[StepClasses.best(said.at(day))].word()));
    }
    List<String> header = List.of("day", "weather", node, "output", "so he cooks");
    return new Table("Day by day, after " + example.before().word(), header, rows);
  }

  private StepClasses states(Net net, String node, CookedDays example) {
    float[] output = outputs(net, node, List.of(example)).get(0);
    return new StepClasses(output, output.length / example.sunny().size());
  }

  private static String numbers(double[] row) {
    return DoubleStream.of(row).mapToObj(Matrices::number).collect(Collectors.joining(" "));
  }

  @Override
  protected String answer(CookedDays example, float[] output) {
    List<Food> foods = new ArrayList<>();
    for (double[] row : days(example, output)) {
      foods.add(Food.values()[StepClasses.best(row)]);
    }
    return Roommate.words(foods);
  }

  @Override
  protected Sample sample(int epoch, int number, CookedDays example, float[] output) {
    return new Sample.Pair(
        epoch,
        number,
        experiment().text(example),
        experiment().truth(example),
        answer(example, output),
        Alignment.NOWHERE);
  }
}
