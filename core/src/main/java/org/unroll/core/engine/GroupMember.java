package org.unroll.core.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.parallel.ArrayWire;
import org.unroll.core.parallel.GroupAddress;
import org.unroll.core.parallel.ProcessGroup;
import org.unroll.core.parallel.Wire;

/**
 * A process of a group that computes what the first of them asks for. Everything it needs comes
 * with each question, so it may be replaced by another at any time.
 */
public final class GroupMember {
  private final Wire wire;
  private OwnNet net = OwnNet.NONE;

  /** The net that is asked about, and what is needed for it. */
  private record OwnNet(
      Replicas replicas,
      TrainedWeights weights,
      GradientWire gradient,
      GraphPart part,
      Engine engine) {
    static final OwnNet NONE = new OwnNet(null, null, null, null, null);

    static OwnNet of(ComputationGraph graph, OptionalDouble clipNorm) {
      Replicas replicas = new Replicas(graph, Threads.ONE);
      return new OwnNet(
          replicas,
          TrainedWeights.of(graph),
          new GradientWire(graph),
          new GraphPart(graph),
          Engine.local(replicas, clipNorm));
    }

    ComputationGraph graph() {
      return replicas.graph();
    }
  }

  private GroupMember(Wire wire) {
    this.wire = wire;
  }

  /**
   * Computes until the first process ends the connection, or is gone. The caller has prepared the
   * backend; one thread of native code does all.
   *
   * @throws IOException if there is no such process
   */
  public static void serve(GroupAddress address) throws IOException {
    try (Wire wire = ProcessGroup.join(address)) {
      new GroupMember(wire).serve();
    }
  }

  private void serve() throws IOException {
    NativeMemory memory = new NativeMemory();
    try {
      while (true) {
        answer(Message.values()[wire.in().readByte()]);
        memory.afterStep();
      }
    } catch (EOFException | SocketException e) {
      // nobody asks any more
    } finally {
      close();
    }
  }

  private void answer(Message message) throws IOException {
    switch (message) {
      case NET -> {
        close();
        net = readNet(wire.in());
      }
      case GRADIENT -> {
        readGradientQuestion(wire.in());
        wire.flush();
      }
      case ROUND -> {
        trainRound(wire.in(), wire.out());
        wire.flush();
      }
    }
  }

  private void close() {
    if (net != OwnNet.NONE) {
      net.replicas.close();
      net = OwnNet.NONE;
    }
  }

  private OwnNet readNet(DataInputStream in) throws IOException {
    ComputationGraph graph =
        new ComputationGraph(ComputationGraphConfiguration.fromJson(wire.readText()));
    graph.init();
    double clipNorm = in.readDouble();
    ArrayWire.readNumbers(graph.params(), 0, graph.numParams(), in);
    return OwnNet.of(
        graph, Double.isNaN(clipNorm) ? OptionalDouble.empty() : OptionalDouble.of(clipNorm));
  }

  private void readGradientQuestion(DataInputStream in) throws IOException {
    net.weights.read(net.graph().params(), in);
    boolean seeded = in.readBoolean();
    long seed = in.readLong();
    boolean first = in.readBoolean();
    boolean continues = in.readBoolean();
    Map<String, INDArray> state = ArrayWire.readMap(in);
    MultiDataSet section = ArrayWire.readBatch(in);
    if (first) {
      net.part.streamState(state);
      net.part.begin(section, continues, seeded ? OptionalLong.of(seed) : OptionalLong.empty());
    } else {
      net.part.goOn(section, state);
    }
    writeGradient(net.part.compute(0), wire.out());
  }

  private void writeGradient(PartStep.Sum sum, DataOutputStream out) throws IOException {
    out.writeDouble(sum.loss());
    out.writeDouble(sum.labels());
    net.gradient.write(out);
    net.gradient.clearRows();
    ArrayWire.write(net.part.sectionEnd(), out);
    net.part.forget();
  }

  private void trainRound(DataInputStream in, DataOutputStream out) throws IOException {
    int iterations = in.readInt();
    int epochs = in.readInt();
    double rate = in.readDouble();
    WeightState.in(net.graph(), net.weights).read(in);
    WeightState.count(net.graph(), iterations, epochs);
    net.engine.learningRate(rate);
    RoundShare share = RoundShare.read(in);
    try {
      RoundShare.Outcome outcome = share.train(net.engine);
      wire.writeText("");
      outcome.write(out);
      WeightState.in(net.graph(), net.weights).write(out);
    } catch (Diverged e) {
      wire.writeText(e.getMessage());
    }
  }
}
