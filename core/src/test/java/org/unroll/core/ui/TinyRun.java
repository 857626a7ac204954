package org.unroll.core.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.unroll.core.app.Sample;

/** A small real training that writes a run directory as the trainer does. */
final class TinyRun {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int STEPS = 12;

  private final Path directory;
  private final ComputationGraph graph;
  private final DataSet data;

  TinyRun(Path directory, TrainingListener listener) {
    this.directory = directory;
    this.graph = new ComputationGraph(configuration());
    graph.init();
    graph.setListeners(listener);
    this.data = data();
  }

  private static ComputationGraphConfiguration configuration() {
    return new NeuralNetConfiguration.Builder()
        .seed(7)
        .updater(new Adam(0.02))
        .weightInit(WeightInit.XAVIER)
        .graphBuilder()
        .addInputs("steps")
        .setInputTypes(InputType.recurrent(1, STEPS, RNNFormat.NCW))
        .addLayer(
            "encoder", new LSTM.Builder().nOut(8).activation(Activation.TANH).build(), "steps")
        .addLayer(
            "output",
            new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build(),
            "encoder")
        .setOutputs("output")
        .build();
  }

  /** Is the running sum of the inputs positive? */
  private static DataSet data() {
    Nd4j.getRandom().setSeed(7);
    INDArray features = Nd4j.randn(16, 1, STEPS); // [batch, 1, time]
    INDArray labels = Nd4j.zeros(16, 2, STEPS); // [batch, class, time]
    for (int b = 0; b < 16; b++) {
      double sum = 0;
      for (int t = 0; t < STEPS; t++) {
        sum += features.getDouble(b, 0, t);
        labels.putScalar(b, sum > 0 ? 1 : 0, t, 1);
      }
    }
    return new DataSet(features, labels);
  }

  void epoch(int epoch, int iterations) throws IOException {
    for (int i = 0; i < iterations; i++) {
      graph.fit(data);
    }
    double confidence = Math.min(0.97, 0.3 + 0.08 * epoch);
    write(
        "metrics.jsonl",
        Map.of(
            "epoch",
            epoch,
            "seconds",
            0.5,
            "train",
            Map.of("loss", graph.score()),
            "validation",
            Map.of("accuracy", confidence, "loss", graph.score() * 1.1)));
    sample(epoch, 0, "a <b>warm</b> & funny film, never dull", "positive", confidence);
    sample(
        epoch,
        1,
        "<script>document.title='broken'</script> I left after an hour",
        "negative",
        1 - confidence / 2);
    sample(epoch, 2, "the plot is thin but the actors carry it", "positive", confidence / 2);
  }

  private void sample(int epoch, int example, String text, String truth, double share)
      throws IOException {
    String other = truth.equals("positive") ? "negative" : "positive";
    Map<String, Double> probabilities = new java.util.TreeMap<>();
    probabilities.put(truth, share * 0.9);
    probabilities.put(other, 1 - share);
    probabilities.put("neutral", share * 0.1);
    String predicted = share * 0.9 > 1 - share ? truth : other;
    write("samples.jsonl", new Sample.Text(epoch, example, text, truth, predicted, probabilities));
  }

  private void write(String file, Object line) throws IOException {
    Files.writeString(
        directory.resolve(file),
        JSON.writeValueAsString(line) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
