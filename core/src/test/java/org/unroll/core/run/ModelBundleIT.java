package org.unroll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.unroll.core.UserError;
import org.unroll.core.run.ModelBundle.Extras;

class ModelBundleIT {
  private static final String CONFIG = "app: tiny\nname: né\n";

  @TempDir private Path folder;

  private Extras extras;
  private Path file;

  @BeforeEach
  void fit() throws IOException {
    Path fitted = Files.createDirectory(folder.resolve("fitted"));
    Files.writeString(fitted.resolve("vocabulary.txt"), "a\nb\n");
    Files.write(fitted.resolve("numbers.bin"), new byte[] {0, -1, 7});
    extras = new Extras(CONFIG, fitted);
    file = folder.resolve("model.zip");
  }

  @Test
  void theNetComesBackWithItsUpdater() {
    ComputationGraph graph = trained(new Adam(0.1));
    ModelBundle.write(file, graph, extras, Map.of());
    ComputationGraph read = ModelBundle.readGraph(file);

    assertThat(read.outputSingle(data().getFeatures()))
        .isEqualTo(graph.outputSingle(data().getFeatures()));
    assertThat(read.params().toFloatVector()).isEqualTo(graph.params().toFloatVector());
    assertThat(updater(read))
        .isEqualTo(updater(graph))
        .isNotEqualTo(new float[updater(read).length]);
    graph.fit(data());
    read.fit(data());
    assertThat(read.params().toFloatVector())
        .as("the next step, which needs the number of the step too")
        .isEqualTo(graph.params().toFloatVector());
  }

  @Test
  void whatBelongsToTheNetComesBack() throws IOException {
    ModelBundle.write(file, trained(new Sgd(0.1)), extras, Map.of("epoch", 3));
    Path extracted = Files.createDirectory(folder.resolve("extracted"));
    ModelBundle.extractFitted(file, extracted);

    assertThat(ModelBundle.readConfig(file)).isEqualTo(CONFIG);
    assertThat(ModelBundle.readState(file, new TypeReference<Map<String, Integer>>() {}))
        .containsExactly(Map.entry("epoch", 3));
    assertThat(extracted.resolve("vocabulary.txt")).hasContent("a\nb\n");
    assertThat(extracted.resolve("numbers.bin")).hasBinaryContent(new byte[] {0, -1, 7});
    assertThat(extracted.toFile().list()).hasSize(2);
  }

  @Test
  void theStateOfAStreamComesBack() {
    INDArray hidden = Nd4j.createFromArray(new float[][] {{0.1f, -2}, {3, 4}}); // [b, u]
    Map<String, INDArray> stream = Map.of("a/b_hidden", hidden, "a/b_memory", hidden.mul(7));
    ComputationGraph graph = trained(new Sgd(0.1));
    ModelBundle.write(file, graph, extras.withStream(stream), Map.of());

    assertThat(ModelBundle.readStream(file)).isEqualTo(stream);
    assertThat(ModelBundle.readGraph(file).params()).isEqualTo(graph.params());
  }

  @Test
  void withoutAStreamThereIsNoEntryOfOne() throws IOException {
    ModelBundle.write(file, trained(new Sgd(0.1)), extras, Map.of());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).contains("state.json").hasSize(6);
    }

    assertThat(ModelBundle.readStream(file)).isEmpty();
  }

  @Test
  void dl4jAloneReadsIt() throws IOException {
    ComputationGraph graph = trained(new Adam(0.1));
    ModelBundle.write(file, graph, extras, Map.of());
    ComputationGraph read = ModelSerializer.restoreComputationGraph(file.toFile());

    assertThat(read.params().toFloatVector()).isEqualTo(graph.params().toFloatVector());
    assertThat(updater(read)).isEqualTo(updater(graph));
  }

  @Test
  void aTornFileIsAMessageAtAnyLength() throws IOException {
    ModelBundle.write(file, trained(new Adam(0.1)), extras, Map.of());
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 97) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> ModelBundle.readGraph(file))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("model.zip");
      assertThatThrownBy(() -> ModelBundle.readConfig(file)).isInstanceOf(UserError.class);
    }
  }

  @Test
  void aMissingModelSaysThatTheRunIsNotDone() {
    assertThatThrownBy(() -> ModelBundle.readGraph(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not finished its first epoch");
  }

  private static float[] updater(ComputationGraph graph) {
    return graph.getUpdater().getStateViewArray().toFloatVector();
  }

  private static ComputationGraph trained(IUpdater updater) {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(updater)
                .graphBuilder()
                .addInputs("in")
                .addLayer("dense", new DenseLayer.Builder().nIn(2).nOut(5).build(), "in")
                .addLayer(
                    "out",
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(5)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build(),
                    "dense")
                .setOutputs("out")
                .build());
    graph.init();
    graph.fit(data());
    graph.fit(data());
    return graph;
  }

  private static DataSet data() {
    INDArray features = Nd4j.createFromArray(new float[][] {{1, 2}, {-1, 0.5f}}); // [batch, 2]
    return new DataSet(features, Nd4j.eye(2));
  }
}
