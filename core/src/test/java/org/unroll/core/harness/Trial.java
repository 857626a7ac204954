package org.unroll.core.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Net;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batch;
import org.unroll.core.data.DataAccess;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;
import org.unroll.core.layer.Dropping;
import org.unroll.core.parallel.ProcessGroup;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.ModelBundle.Extras;
import org.unroll.core.yaml.Loaded;

/** An app's task and freshly built graph, as a training makes them. */
final class Trial<C extends Record & RunConfig> implements AutoCloseable {
  private final App<C> app;
  private final Loaded<C> loaded;
  private final Task<?, ?> task;
  private final ComputationGraph graph;

  Trial(App<C> app, List<String> settings) {
    this.app = app;
    this.loaded = AppConfig.load(app, List.of(), settings);
    C config = loaded.config();
    this.task = app.open(config, access());
    GraphOptions options =
        new GraphOptions(
            config.seed(), config.train().updater(), config.train().tbptt(), DataType.FLOAT);
    this.graph = GraphBuilder.build(config.graph(), task.ports(), options);
    task.initialise(new Net(graph));
  }

  private static DataAccess access() {
    return new DataAccess(true, notice -> {});
  }

  Task<?, ?> task() {
    return task;
  }

  /** A batch in which something is masked. */
  MultiDataSet paddedBatch() {
    for (int n = 0; n < task.training().size(); n++) {
      MultiDataSet batch = task.training().get(0, n).data();
      for (int i = 0; i < batch.numFeatureArrays(); i++) {
        INDArray mask = batch.getFeaturesMaskArray(i); // [batch, time]
        if (mask != null && mask.sumNumber().doubleValue() < mask.length()) {
          return batch;
        }
      }
    }
    throw new AssertionError("no batch with a masked step: give examples of different lengths");
  }

  /** Outputs where a label stands, zeros elsewhere. */
  INDArray[] outputs(MultiDataSet batch) {
    INDArray[] outputs = graph.output(false, batch.getFeatures(), batch.getFeaturesMaskArrays());
    for (int i = 0; i < outputs.length; i++) {
      INDArray mask = batch.getLabelsMaskArray(i); // [batch, time]
      if (mask != null && outputs[i].rank() == 3) {
        outputs[i] = outputs[i].mul(mask.reshape(mask.size(0), 1, mask.size(1)));
      }
    }
    return outputs;
  }

  /** The gradient of the loss, the same units dropped each time. */
  float[] gradient(MultiDataSet batch) {
    Nd4j.getRandom().setSeed(1);
    graph.setInputs(batch.getFeatures());
    graph.setLabels(batch.getLabels());
    graph.setLayerMaskArrays(batch.getFeaturesMaskArrays(), batch.getLabelsMaskArrays());
    graph.computeGradientAndScore();
    return graph.gradient().gradient().toFloatVector();
  }

  /**
   * What a step makes of a copy of the graph.
   *
   * @param gradient of the whole batch
   */
  record Stepped(INDArray gradient, INDArray parameters) {}

  /**
   * One training step in parts, on replicas or by processes.
   *
   * @param dropping as in training; otherwise nothing is drawn
   */
  Stepped step(MultiDataSet batch, int parts, boolean dropping, Optional<ProcessGroup> group) {
    List<INDArray> gradients = new ArrayList<>();
    ComputationGraph copy = graph.clone();
    copy.setListeners(
        new BaseTrainingListener() {
          @Override
          public void onGradientCalculation(Model model) {
            gradients.add(copy.getFlattenedGradients().dup());
          }
        });
    try (Replicas replicas = new Replicas(copy, new Threads(parts, 1))) {
      if (!dropping) {
        replicas.run(parts, (own, number) -> dropNothing(own));
      }
      OptionalDouble clipNorm = loaded.config().train().clipNorm();
      Engine engine =
          group
              .map(each -> Engine.of(replicas, clipNorm, each))
              .orElseGet(() -> Engine.local(replicas, clipNorm));
      Nd4j.getRandom().setSeed(1);
      engine.step(new Batch(batch, new int[(int) batch.getFeatures(0).size(0)]));
      return new Stepped(gradients.get(0), copy.params().dup());
    }
  }

  private static ComputationGraph dropNothing(ComputationGraph own) {
    for (Layer layer : own.getLayers()) {
      if (layer instanceof Dropping drops) {
        drops.dropNothing();
      }
    }
    return own;
  }

  /** One training step. */
  void step() {
    graph.fit(task.training().get(0, 0).data());
  }

  /** What the graph says about the inputs of a file. */
  List<? extends Prediction> predict(Path inputs) {
    return predict(task, graph.clone(), inputs);
  }

  /** The same by way of a file, as another process would read it. */
  List<? extends Prediction> savedAndRestored(Path folder, Path inputs) throws IOException {
    Path fitted = Files.createDirectory(folder.resolve("fitted"));
    Path extracted = Files.createDirectory(folder.resolve("extracted"));
    Path model = folder.resolve("model.zip");
    task.save(fitted);
    ModelBundle.write(model, graph, new Extras(loaded.tree().toYaml(), fitted), List.of());
    ModelBundle.extractFitted(model, extracted);
    Task<?, ?> restored = app.restore(loaded.config(), access(), extracted);
    assertThat(restored.ports()).isEqualTo(task.ports());
    return predict(restored, ModelBundle.readGraph(model), inputs);
  }

  private static <I, O extends Prediction> List<O> predict(
      Task<I, O> task, ComputationGraph graph, Path inputs) {
    try (Predictor<I, O> predictor = task.predictor(new Net(graph))) {
      return predictor.predict(task.read(inputs));
    }
  }

  @Override
  public void close() {
    graph.close();
  }
}
