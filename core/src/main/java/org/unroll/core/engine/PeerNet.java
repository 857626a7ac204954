package org.unroll.core.engine;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.parallel.ArrayWire;
import org.unroll.core.parallel.Peer;

/**
 * A graph that other processes have too.
 *
 * @param weights those that training changes
 */
record PeerNet(ComputationGraph graph, OptionalDouble clipNorm, TrainedWeights weights) {
  /** For an answer; a process that hangs is given up. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  static PeerNet of(ComputationGraph graph, OptionalDouble clipNorm) {
    return new PeerNet(graph, clipNorm, TrainedWeights.of(graph));
  }

  /** Once, before whatever is asked about it. */
  void tell(Peer peer) throws IOException {
    if (peer.knows(graph)) {
      return;
    }
    peer.wire().patience(PATIENCE);
    DataOutputStream out = peer.wire().out();
    out.writeByte(Message.NET.ordinal());
    peer.wire().writeText(graph.getConfiguration().toJson());
    out.writeDouble(clipNorm.orElse(Double.NaN));
    ArrayWire.writeNumbers(graph.params(), 0, graph.numParams(), out);
    peer.knowsNow(graph);
  }
}
