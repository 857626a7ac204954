package org.unroll.apps.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.Net;
import org.unroll.core.app.Sample;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.lab.Clipping;
import org.unroll.datasets.lab.Descent;
import org.unroll.datasets.lab.LabSettings;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.LoneUnit;

/**
 * One unit on the surface of its loss. The net goes down one path; both, with clipped gradients and
 * with gradients as they are, are computed beside it in double precision, with its rate. Not
 * thread-safe.
 */
final class ClippingTask extends LabTask<Float> {
  static final List<Metric> METRICS = List.of(Metric.MSE, Metric.MAE);

  private static final double CLIP_NORM = 0.3; // where the config has none
  private static final int ROWS = 10;
  private static final int SIDE = 400; // points along a line of the surface
  private static final int CELLS = 120; // of the surface, along each side

  private final LoneUnit unit;
  private final ClippingData data;
  private final TrainConfig train;

  ClippingTask(Clipping clipping, ClippingData data, TrainConfig train, LabSettings settings) {
    super(clipping, settings);
    this.unit = clipping.unit();
    this.data = data;
    this.train = train;
  }

  /** The unit begins where the config says; what leads to it and from it passes numbers on. */
  @Override
  public void initialise(Net net) {
    List<String> recurrent = List.copyOf(net.recurrentLayers().keySet());
    net.matrices()
        .forEach(
            (name, matrix) -> {
              String node = name.substring(0, name.lastIndexOf('_'));
              boolean lone = matrix.length == 1 && matrix[0].length == 1;
              if (lone && recurrent.contains(node)) {
                double value =
                    name.endsWith("_RW") ? data.weight() : name.endsWith("_b") ? data.bias() : 0;
                net.setMatrix(name, new float[][] {{(float) value}});
              } else if (lone) {
                net.setMatrix(name, new float[][] {{name.endsWith("_b") ? 0 : 1}});
              }
            });
    super.initialise(net);
  }

  @Override
  protected Evaluation score(List<Float> examples, List<float[]> outputs) {
    double[] said = outputs.stream().mapToDouble(output -> output[0]).toArray();
    return new Evaluation(metrics(said), List.of());
  }

  private Map<String, Double> metrics(double[] said) {
    double[] truth = new double[said.length];
    Arrays.fill(truth, unit.target());
    return SaidNumbers.metrics(truth, said, METRICS);
  }

  /** The unit as it was before the training. */
  @Override
  protected Map<String, Evaluation> baselines(List<Float> examples) {
    double end = unit.run(data.weight(), data.bias()).end();
    return Map.of("untrained", new Evaluation(metrics(new double[] {end}), List.of()));
  }

  private List<Descent.Place> path(boolean clipped) {
    OptionalDouble norm =
        clipped ? OptionalDouble.of(train.clipNorm().orElse(CLIP_NORM)) : OptionalDouble.empty();
    return new Descent(unit, train.updater().rate(), norm)
        .path(data.weight(), data.bias(), train.epochs());
  }

  @Override
  protected List<Table> tables(Net net) {
    List<Descent.Place> clipped = path(true);
    List<Descent.Place> plain = path(false);
    List<List<String>> rows = new ArrayList<>();
    int every = Math.max(1, train.epochs() / ROWS);
    for (int step = 0; step < plain.size(); step += every) {
      List<String> row = new ArrayList<>(List.of(String.valueOf(step)));
      row.addAll(cells(clipped.get(step)));
      row.addAll(cells(plain.get(step)));
      rows.add(row);
    }
    List<String> header = new ArrayList<>(List.of("step"));
    for (String which : List.of("clipped", "as it is")) {
      header.addAll(List.of("w, " + which, "b", "loss", "norm"));
    }
    List<Table> tables = new ArrayList<>(Matrices.tables(net));
    tables.add(new Table("Two descents from one start", header, rows));
    return tables;
  }

  private static List<String> cells(Descent.Place place) {
    return List.of(
        number(place.weight()),
        number(place.bias()),
        number(place.outcome().loss()),
        number(place.outcome().norm()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  @Override
  protected List<Chart> charts(Net net) {
    List<Descent.Place> clipped = path(true);
    return List.of(
        new Chart.Surface(
            "Two descents from one start",
            "w",
            "b",
            "loss",
            surface(clipped),
            List.of(cloud("clipped", clipped), cloud("as it is", path(false)))),
        walls());
  }

  /** Around the clipped descent; the other may leave it. */
  private Chart.Plane surface(List<Descent.Place> path) {
    double[] w = around(path.stream().mapToDouble(Descent.Place::weight).toArray());
    double[] b = around(path.stream().mapToDouble(Descent.Place::bias).toArray());
    List<List<Double>> heights = new ArrayList<>();
    for (int row = 0; row < CELLS; row++) {
      List<Double> losses = new ArrayList<>();
      for (int column = 0; column < CELLS; column++) {
        double weight = w[0] + (w[1] - w[0]) * (column + 0.5) / CELLS;
        double bias = b[0] + (b[1] - b[0]) * (row + 0.5) / CELLS;
        losses.add(unit.run(weight, bias).loss());
      }
      heights.add(losses);
    }
    return new Chart.Plane(w[0], w[1], b[0], b[1], heights);
  }

  /** From where to where some values lie, with room. */
  private static double[] around(double[] values) {
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    double room = Math.max(0.05, 0.6 * (high - low));
    return new double[] {low - room, high + room};
  }

  private static Chart.Cloud cloud(String name, List<Descent.Place> path) {
    return new Chart.Cloud(
        name,
        path.stream().map(Descent.Place::weight).toList(),
        path.stream().map(Descent.Place::bias).toList());
  }

  /** Lines of the surface along b: the greater w is, the steeper is the wall. */
  private Chart walls() {
    List<String> names = new ArrayList<>();
    List<Chart.Line> lines = new ArrayList<>();
    for (double weight : new double[] {1, 2, 4}) {
      List<Double> losses = new ArrayList<>();
      names.clear();
      for (int at = 0; at <= SIDE; at++) {
        double bias = -3 + 4.0 * at / SIDE;
        names.add(String.format(Locale.ROOT, "%.2f", bias));
        losses.add(unit.run(weight, bias).loss());
      }
      lines.add(new Chart.Line("w = " + weight, losses));
    }
    return new Chart.Lines("The loss along b", List.copyOf(names), lines).named("b", "loss");
  }

  @Override
  protected String answer(Float example, float[] output) {
    return number(output[0]);
  }

  @Override
  protected Sample sample(int epoch, int number, Float example, float[] output) {
    return new Sample.Pair(
        epoch,
        number,
        "from " + example,
        experiment().truth(example),
        answer(example, output),
        Alignment.NOWHERE);
  }
}
