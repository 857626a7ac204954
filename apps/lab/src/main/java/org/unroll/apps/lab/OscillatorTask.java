package org.unroll.apps.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.unroll.core.app.Net;
import org.unroll.core.app.Sample;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.lab.Kicks;
import org.unroll.datasets.lab.LabSettings;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.Oscillator;
import org.unroll.datasets.lab.TurningUnits;

/** Two units that turn each other, as a net that begins with their weights. Not thread-safe. */
final class OscillatorTask extends LabTask<Kicks> {
  static final List<Metric> METRICS = List.of(Metric.RMSE, Metric.MAE);

  private static final double[] GAINS = {0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5};
  private static final int UNITS = 2;

  private final Oscillator oscillator;

  OscillatorTask(Oscillator oscillator, LabSettings settings) {
    super(oscillator, settings);
    this.oscillator = oscillator;
  }

  /**
   * All of two units and two inputs are the units': what is read and said is passed on as it is.
   */
  @Override
  public void initialise(Net net) {
    double[][] turn = oscillator.units().matrix();
    float[][] recurrent = new float[UNITS][UNITS]; // a column a unit
    for (int row = 0; row < UNITS; row++) {
      for (int column = 0; column < UNITS; column++) {
        recurrent[column][row] = (float) turn[row][column];
      }
    }
    net.matrices()
        .forEach(
            (name, matrix) -> {
              if (matrix.length == UNITS && matrix[0].length == UNITS) {
                net.setMatrix(
                    name, name.endsWith("_RW") ? recurrent : new float[][] {{1, 0}, {0, 1}});
              }
            });
    super.initialise(net);
  }

  @Override
  protected Evaluation score(List<Kicks> examples, List<float[]> outputs) {
    return new Evaluation(metrics(examples, outputs), List.of());
  }

  private Map<String, Double> metrics(List<Kicks> examples, List<float[]> outputs) {
    int steps = oscillator.steps();
    double[] truth = new double[examples.size() * steps * UNITS];
    double[] said = new double[truth.length];
    for (int i = 0; i < examples.size(); i++) {
      List<double[]> states = oscillator.states(examples.get(i));
      for (int at = 0; at < steps * UNITS; at++) {
        truth[i * steps * UNITS + at] = states.get(at % steps)[at / steps];
        said[i * steps * UNITS + at] = outputs.get(i)[at];
      }
    }
    return SaidNumbers.metrics(truth, said, METRICS);
  }

  /** Units that never move. */
  @Override
  protected Map<String, Evaluation> baselines(List<Kicks> examples) {
    List<float[]> rest = new ArrayList<>();
    examples.forEach(example -> rest.add(new float[oscillator.steps() * UNITS]));
    return Map.of("rest", new Evaluation(metrics(examples, rest), List.of()));
  }

  @Override
  protected List<Table> tables(Net net) {
    List<Table> tables = new ArrayList<>(Matrices.tables(net));
    tables.add(eigenvalues());
    tables.add(gains());
    return tables;
  }

  private Table eigenvalues() {
    double[][] jacobian = oscillator.units().jacobian(new double[UNITS]);
    List<List<String>> rows = new ArrayList<>();
    for (double[] value : TurningUnits.eigenvalues(jacobian)) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              number(value[0]),
              number(value[1]),
              number(Math.hypot(value[0], value[1]))));
    }
    return new Table(
        "Eigenvalues of the Jacobian at rest",
        List.of("number", "real", "imaginary", "size"),
        rows);
  }

  /** The units themselves with other gains, pushed by the first example of the validation part. */
  private Table gains() {
    Kicks kicks = examples(Split.VALIDATION).get(0);
    int last = oscillator.steps() / 4;
    List<List<String>> rows = new ArrayList<>();
    for (double gain : GAINS) {
      TurningUnits units = new TurningUnits(gain, oscillator.units().degrees());
      List<double[]> states = units.states(oscillator.inputs(kicks));
      double period = TurningUnits.period(states, last);
      double radius = TurningUnits.spectralRadius(units.jacobian(new double[UNITS]));
      rows.add(
          List.of(
              number(gain),
              number(radius),
              number(TurningUnits.amplitude(states, last)),
              Double.isNaN(period) ? Table.NONE : number(period)));
    }
    return new Table(
        "What becomes of two units by their gain",
        List.of("gain", "spectral radius", "amplitude at the end", "period"),
        rows);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  @Override
  protected List<Chart> charts(Net net) {
    Kicks kicks = examples(Split.VALIDATION).get(0);
    StepClasses said = new StepClasses(outputs(net, List.of(kicks)).get(0), UNITS);
    int half = oscillator.steps() / 2;
    List<String> names = IntStream.range(0, oscillator.steps()).mapToObj(String::valueOf).toList();
    return List.of(
        new Chart.Lines(
                "Both units",
                names,
                List.of(
                    new Chart.Line("excites", unit(said, 0, 0, oscillator.steps())),
                    new Chart.Line("inhibits", unit(said, 1, 0, oscillator.steps()))),
                List.of(),
                List.of(new Chart.Mark("second kick", half)))
            .named("step", "output of a unit"),
        new Chart.Points(
            "The plane of both units",
            "excites",
            "inhibits",
            List.of(
                cloud("after the first kick", said, 0, half),
                cloud("after the second kick", said, half, oscillator.steps()))));
  }

  private static Chart.Cloud cloud(String name, StepClasses said, int from, int to) {
    return new Chart.Cloud(name, unit(said, 0, from, to), unit(said, 1, from, to));
  }

  private static List<Double> unit(StepClasses said, int unit, int from, int to) {
    return IntStream.range(from, to).mapToObj(step -> said.at(step)[unit]).toList();
  }

  @Override
  protected String answer(Kicks example, float[] output) {
    return Oscillator.state(new StepClasses(output, UNITS).at(oscillator.steps() - 1));
  }

  @Override
  protected Sample sample(int epoch, int number, Kicks example, float[] output) {
    StepClasses said = new StepClasses(output, UNITS);
    List<double[]> states = oscillator.states(example);
    int steps = oscillator.steps();
    return new Sample.Series(
        epoch,
        number,
        "the unit that excites",
        IntStream.range(0, steps).mapToObj(String::valueOf).toList(),
        List.of(),
        states.stream().map(state -> state[0]).toList(),
        Map.of("0.5", unit(said, 0, 0, steps)));
  }
}
