package org.unroll.apps.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Recurrent;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Softmax;

/** A network in this JVM: with our layers or with DL4J's own. */
final class GraphContender implements Contender {
  private static final long SEED = 42;

  private final ComputationGraph graph;
  private final Consumer<MultiDataSet> step;
  private final MultiDataSet batch;

  private GraphContender(ComputationGraph graph, MultiDataSet batch, Consumer<MultiDataSet> step) {
    this.graph = graph;
    this.step = step;
    this.batch = batch;
  }

  /** Our layers, under the step of our training loop. */
  static Contender ours(LayerCase layers) {
    Map<String, NodeSpec> nodes = new LinkedHashMap<>();
    String below = "in";
    for (int layer = 1; layer <= layers.stack().layers(); layer++) {
      nodes.put("layer" + layer, recurrent(layers, below));
      below = "layer" + layer;
    }
    nodes.put(
        "output",
        new Softmax(List.of(below), List.of(), 0, Optional.empty(), LayerOptions.DEFAULTS));
    GraphPorts ports =
        new GraphPorts(Map.of("in", new Shape.Sequence(layers.inputs())), LayerCase.CLASSES);
    OptionalDouble none = OptionalDouble.empty();
    UpdaterConfig adam = new UpdaterConfig(none, OptionalDouble.of(LayerCase.RATE), none, none);
    ComputationGraph graph =
        GraphBuilder.build(new GraphSpec(nodes), ports, GraphOptions.of(SEED, adam));
    Engine engine = Engine.local(graph, none);
    Consumer<MultiDataSet> step = data -> engine.step(new Batch(data, new int[layers.batch()]));
    return new GraphContender(graph, batch(layers, 1), step);
  }

  private static Recurrent recurrent(LayerCase layers, String below) {
    return new Recurrent(
        layers.cell(),
        List.of(below),
        layers.units(),
        layers.stack().bidirectional() ? Directions.CONCAT : Directions.FORWARD,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        InitialWeights.XAVIER,
        LayerOptions.DEFAULTS);
  }

  /** DL4J's own LSTM and output layer under its own {@code fit}. */
  static Contender dl4j(LayerCase layers) {
    ComputationGraph graph = new ComputationGraph(dl4jConfiguration(layers));
    graph.init();
    return new GraphContender(graph, batch(layers, LayerCase.CLASSES), graph::fit);
  }

  private static ComputationGraphConfiguration dl4jConfiguration(LayerCase layers) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(SEED)
            .updater(new Adam(LayerCase.RATE))
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(InputType.recurrent(layers.inputs(), layers.steps(), RNNFormat.NCW));
    String below = "in";
    for (int layer = 1; layer <= layers.stack().layers(); layer++) {
      LSTM lstm = new LSTM.Builder().nOut(layers.units()).activation(Activation.TANH).build();
      String name = "layer" + layer;
      graph.addLayer(name, layers.stack().bidirectional() ? new Bidirectional(lstm) : lstm, below);
      below = name;
    }
    RnnOutputLayer.Builder output = new RnnOutputLayer.Builder(LossFunction.MCXENT);
    output.nOut(LayerCase.CLASSES).activation(Activation.SOFTMAX);
    return graph.addLayer("output", output.build(), below).setOutputs("output").build();
  }

  /**
   * Random numbers in {@code [b, n, t]} and random labels.
   *
   * @param width 1 for class numbers, the number of classes for one-hot labels
   */
  private static MultiDataSet batch(LayerCase layers, int width) {
    Nd4j.getRandom().setSeed(SEED);
    INDArray steps = Nd4j.randn(layers.steps(), layers.batch(), layers.inputs()); // [t, b, n]
    INDArray features = // as our pipelines give them; DL4J's layers read steps innermost
        width == 1 ? steps.permute(1, 2, 0) : steps.permute(1, 2, 0).dup('c');
    INDArray labels = Nd4j.zeros(layers.batch(), width, layers.steps());
    SplittableRandom random = new SplittableRandom(SEED);
    for (int example = 0; example < layers.batch(); example++) {
      for (int time = 0; time < layers.steps(); time++) {
        int label = random.nextInt(LayerCase.CLASSES);
        if (width == 1) {
          labels.putScalar(example, 0, time, label);
        } else {
          labels.putScalar(example, label, time, 1);
        }
      }
    }
    return new MultiDataSet(features, labels);
  }

  @Override
  public long fit(int times) {
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      step.accept(batch);
    }
    return System.nanoTime() - began;
  }

  @Override
  public long infer(int times) {
    INDArray[] features = batch.getFeatures();
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      graph.output(features);
    }
    return System.nanoTime() - began;
  }

  @Override
  public void close() {
    graph.close();
  }
}
