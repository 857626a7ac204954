package org.unroll.core.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.parallel.ArrayWire;
import org.unroll.core.parallel.Peer;
import org.unroll.core.parallel.ProcessGroup;

/**
 * A part that another process computes; its gradient arrives in the replica here as if that had
 * computed it. The other knows nothing but what it is told with each section, so when it is lost
 * the replica here computes the section instead, and its numbers are the same; only dropout in a
 * later section of a batch draws otherwise.
 */
final class PeerPart implements PartStep {
  private final ComputationGraph replica;
  private final ProcessGroup group;
  private final int rank;
  private final PeerNet net;
  private final GraphPart own;
  private final GradientWire gradient;
  private Optional<Peer> peer = Optional.empty();
  private Part part = Part.NONE;
  private Map<String, INDArray> kept = Map.of(); // at the end of the batch before
  private Map<String, INDArray> state = Map.of(); // before the section that comes next

  private record Part(
      MultiDataSet whole, List<MultiDataSet> sections, boolean continues, OptionalLong seed) {
    static final Part NONE = new Part(null, List.of(), false, OptionalLong.empty());
  }

  /**
   * @param net the graph itself, of which the replica is one
   */
  PeerPart(ComputationGraph replica, PeerNet net, ProcessGroup group, int rank) {
    this.replica = replica;
    this.group = group;
    this.rank = rank;
    this.net = net;
    this.own = new GraphPart(replica);
    this.gradient = new GradientWire(replica);
  }

  @Override
  public void begin(MultiDataSet whole, boolean continues, OptionalLong seed) {
    part = new Part(whole, Truncation.sections(replica, whole), continues, seed);
    state = kept;
    peer = group.peer(rank); // for all sections: it goes on drawing
    if (peer.isEmpty()) {
      takeOver(0);
    }
  }

  @Override
  public Sum compute(int section) {
    if (peer.isPresent()) {
      try {
        return ask(peer.get(), section);
      } catch (IOException e) {
        group.lose(rank, e);
        peer = Optional.empty();
        takeOver(section);
      }
    }
    return own.compute(section);
  }

  private void takeOver(int section) {
    if (section == 0) {
      own.streamState(kept);
      own.begin(part.whole, part.continues, part.seed);
    } else {
      part.seed.ifPresent(seed -> Nd4j.getRandom().setSeed(seed + section));
      own.goOn(part.whole, state);
    }
  }

  private Sum ask(Peer asked, int section) throws IOException {
    net.tell(asked);
    DataOutputStream out = asked.wire().out();
    out.writeByte(Message.GRADIENT.ordinal());
    net.weights().write(replica.params(), out);
    boolean first = section == 0;
    out.writeBoolean(first && part.seed.isPresent());
    out.writeLong(part.seed.orElse(0));
    out.writeBoolean(first);
    out.writeBoolean(part.continues);
    ArrayWire.write(first && !part.continues ? Map.of() : state, out);
    ArrayWire.write(part.sections.get(section), out);
    asked.wire().flush();
    return readAnswer(asked.wire().in());
  }

  private Sum readAnswer(DataInputStream in) throws IOException {
    Sum sum = new Sum(in.readDouble(), in.readDouble());
    gradient.read(in);
    state = ArrayWire.readMap(in);
    return sum;
  }

  @Override
  public void keepStream() {
    if (peer.isPresent()) {
      kept = state;
    } else {
      own.keepStream();
      kept = own.streamState();
    }
  }

  @Override
  public void forget() {
    own.forget();
    part = Part.NONE;
  }

  @Override
  public Map<String, INDArray> streamState() {
    return kept;
  }

  @Override
  public void streamState(Map<String, INDArray> before) {
    kept = before;
  }
}
