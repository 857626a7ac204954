package org.unroll.core.graph;

import java.util.Map;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.unroll.core.UserError;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.graph.node.GraphAssembly;
import org.unroll.core.graph.node.GraphPlan;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.yaml.Problem;
import org.unroll.core.yaml.Problems;

/** From the YAML's graph to a DL4J {@code ComputationGraph}, initialised and ready to train. */
public final class GraphBuilder {
  private static final double MOMENTUM = 0.9;

  private GraphBuilder() {}

  /**
   * @param ports all sizes known
   * @throws UserError for every mistake that {@link GraphCheck} and {@link TruncationCheck} find,
   *     all in one message
   */
  public static ComputationGraph build(GraphSpec spec, GraphPorts ports, GraphOptions options) {
    Problems problems = new Problems();
    GraphPlan plan = GraphCheck.plan(spec, ports, "graph", problems);
    if (options.tbptt().isPresent()) {
      TruncationCheck.check(spec, ports, "train.tbptt", problems);
    }
    refuse(problems);
    requireSizes(plan);
    ComputationGraph graph = new ComputationGraph(configuration(plan, options));
    graph.init();
    for (String name : plan.order()) {
      plan.spec().nodes().get(name).start(graph, plan, name);
    }
    return graph;
  }

  private static ComputationGraphConfiguration configuration(GraphPlan plan, GraphOptions options) {
    Map<String, Shape> inputs = plan.ports().inputs();
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(options.seed())
            .dataType(options.dataType())
            .updater(updater(options.updater()))
            .graphBuilder()
            .allowDisconnected(true) // an app may offer inputs that a graph does not use
            .addInputs(inputs.keySet())
            .setInputTypes(
                inputs.values().stream().map(Shape::inputType).toArray(InputType[]::new));
    GraphAssembly assembly = new GraphAssembly(graph, plan, updater(options.updater()));
    for (String name : plan.order()) {
      NodeSpec node = plan.spec().nodes().get(name);
      node.build(assembly, name);
      if (node.isHead()) {
        graph.setOutputs(name);
      }
    }
    if (options.tbptt().isPresent()) {
      graph.backpropType(BackpropType.TruncatedBPTT).tBPTTLength(options.tbptt().getAsInt());
    }
    return graph.build();
  }

  private static IUpdater updater(UpdaterConfig config) {
    double rate = config.rate();
    if (config.sgd().isPresent()) {
      return new Sgd(rate);
    }
    if (config.adam().isPresent()) {
      return new Adam(rate);
    }
    return config.rmsprop().isPresent() ? new RmsProp(rate) : new Nesterovs(rate, MOMENTUM);
  }

  private static void refuse(Problems problems) {
    if (problems.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder();
    for (Problem problem : problems.found()) {
      message.append(message.isEmpty() ? "" : "\n");
      message.append(problem.path()).append(": ").append(problem.message());
    }
    throw new UserError(message.toString());
  }

  private static void requireSizes(GraphPlan plan) {
    for (Map.Entry<String, Shape> shape : plan.shapes().entrySet()) {
      if (shape.getValue().size() == Shape.UNKNOWN) {
        throw new IllegalArgumentException("The size of '" + shape.getKey() + "' is not known yet");
      }
    }
  }
}
