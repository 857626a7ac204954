package org.unroll.core.tiny;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.UserError;
import org.unroll.core.app.Net;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Classification;
import org.unroll.core.metric.Evaluation;

/** An input is a line such as {@code 0110}: the feature of the pulse in each step. */
final class TinyTask implements Task<TinyTask.Steps, TinyTask.First> {
  private static final List<String> CLASSES = List.of("zero", "one");

  record Steps(String steps) {}

  record First(String label, double probability) implements Prediction {
    @Override
    public List<String> toLines() {
      return List.of(label + " " + probability);
    }
  }

  private final TinyConfig config;
  private final Batches training;
  private final long[] ballast;
  private String calibrated = "";

  TinyTask(TinyConfig config) {
    this.config = config;
    this.training = config.stream() ? stream(Split.TRAIN) : pulses(Split.TRAIN);
    this.ballast = new long[config.ballast()];
  }

  private Pulses pulses(Split split) {
    return Pulses.generate(config, config.seed() + split.ordinal() + 100 * config.fold().orElse(0));
  }

  private PulseStream stream(Split split) {
    return PulseStream.generate(config.seed() + split.ordinal());
  }

  private MultiDataSet all(Split split) {
    return config.stream() ? stream(split).all() : pulses(split).all();
  }

  /** {@code [batch, classes]}, or of a label a step {@code [batch · time, classes]}. */
  private static INDArray rows(INDArray labels) {
    return labels.rank() == 2 ? labels : labels.permute(0, 2, 1).dup('c').reshape(-1, 2);
  }

  @Override
  public GraphPorts ports() {
    return new TinyApp().ports();
  }

  @Override
  public Batches training() {
    return training;
  }

  @Override
  public Evaluation evaluate(Net net, Split split) {
    MultiDataSet data = all(split);
    INDArray output =
        net.graph().output(false, data.getFeatures(), data.getFeaturesMaskArrays())[0];
    int[] truth = rows(data.getLabels(0)).argMax(1).toIntVector();
    return Classification.evaluate(truth, rows(output).toDoubleMatrix(), CLASSES);
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    return evaluate(net, Split.VALIDATION);
  }

  @Override
  public boolean calibrates() {
    return config.calibrate();
  }

  @Override
  public void calibrate(Net net) {
    calibrated += evaluate(net, Split.VALIDATION).metrics();
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    int[] truth = rows(all(split).getLabels(0)).argMax(1).toIntVector();
    double[][] same = new double[truth.length][];
    java.util.Arrays.fill(same, new double[] {0.5, 0.5});
    return Map.of("same", Classification.evaluate(truth, same, CLASSES));
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    First said = new TinyPredictor(net).predict(List.of(new Steps("0001"))).get(0);
    return List.of(
        new Sample.Text(
            epoch, 0, "0001 né", "zero", said.label(), Map.of(said.label(), said.probability())));
  }

  /** A stream is shown after every iteration. */
  @Override
  public boolean isStage(long iteration) {
    return config.stream();
  }

  @Override
  public List<Sample> stage(Net net, int epoch, long iteration) {
    return List.of(new Sample.Written(epoch, 1, iteration, "", "after " + iteration));
  }

  @Override
  public Predictor<Steps, First> predictor(Net net) {
    return new TinyPredictor(net);
  }

  @Override
  public Class<Steps> inputType() {
    return Steps.class;
  }

  @Override
  public Class<First> outputType() {
    return First.class;
  }

  @Override
  public Steps parse(String text) {
    if (!text.matches("[01]+")) {
      throw new UserError("'" + text + "': expected steps of 0 and 1, such as 0110");
    }
    return new Steps(text);
  }

  @Override
  public List<Steps> read(Path file) {
    try {
      return Files.readAllLines(file).stream().map(Steps::new).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> digests() {
    return Map.of("pulses", "seed " + config.seed(), "ballast", "" + ballast.length);
  }

  @Override
  public void save(Path folder) throws IOException {
    Files.writeString(folder.resolve("classes.txt"), String.join("\n", CLASSES));
    if (!calibrated.isEmpty()) {
      Files.writeString(folder.resolve("calibrated.txt"), calibrated);
    }
  }

  private record TinyPredictor(Net net) implements Predictor<Steps, First> {
    @Override
    public List<First> predict(List<Steps> inputs) {
      List<First> predictions = new ArrayList<>();
      for (Steps each : inputs) {
        String input = each.steps();
        INDArray steps = Nd4j.zeros(1, 2, input.length()); // [batch, size, time]
        for (int t = 0; t < input.length(); t++) {
          steps.putScalar(0, input.charAt(t) - '0', t, 1);
        }
        double one = rows(net.graph().outputSingle(steps)).getDouble(0, 1);
        predictions.add(one > 0.5 ? new First("one", one) : new First("zero", 1 - one));
      }
      return predictions;
    }

    @Override
    public void close() {
      net.close();
    }
  }
}
