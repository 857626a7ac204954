package org.unroll.core.engine;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.RoundShare.Outcome;
import org.unroll.core.parallel.Peer;
import org.unroll.core.parallel.ProcessGroup;

/**
 * Steps in several processes, each by itself; after some, weights and states of updaters are
 * averaged (local stochastic gradient descent: Stich 2019, "Local SGD converges fast and
 * communicates little"). A process has its rows of each batch, and makes as many steps as one
 * process would, or batches of its own, dealt out by their length, and the averages have momentum.
 * Streams, whose batches continue one another row by row, are always dealt out by rows.
 *
 * <p>Another process is told with each round all that its share needs. A share whose process is
 * lost, or was never there, is trained here, after the own: the numbers are the same, only later.
 * Listeners see the own steps. To be used by one thread.
 */
final class AveragingEngine implements Engine {
  private static final String CHANGE = "change"; // names of a layer's states have an underscore

  private final LocalEngine own;
  private final Replicas replicas;
  private final OptionalDouble clipNorm;
  private final Averaging averaging;
  private final BlockMomentum momentum;
  private final Optional<ProcessGroup> group;
  private PeerNet net;
  private double rate;
  private Map<String, INDArray> stream = Map.of(); // of all rows

  /**
   * @param replicas of which the graph itself is used
   * @param group empty if there is nobody else
   */
  AveragingEngine(
      Replicas replicas,
      OptionalDouble clipNorm,
      Averaging averaging,
      Optional<ProcessGroup> group) {
    this.own = new LocalEngine(replicas, clipNorm, new StepTimes(replicas.count()));
    this.replicas = replicas;
    this.clipNorm = clipNorm;
    this.averaging = averaging;
    this.momentum = new BlockMomentum(averaging.momentum());
    this.group = group;
    this.net = PeerNet.of(replicas.graph(), clipNorm);
  }

  @Override
  public int round() {
    return averaging.round();
  }

  @Override
  public double step(Batch batch) {
    return steps(List.of(batch), new long[] {Nd4j.getRandom().nextLong()}).get(0);
  }

  @Override
  public List<Double> steps(List<Batch> batches, long[] seeds) {
    boolean byRows = averaging.byRows() || batches.stream().anyMatch(Batch::continues);
    int round = byRows ? averaging.every() : averaging.round();
    List<Double> losses = new ArrayList<>();
    for (int from = 0; from < batches.size(); from += round) {
      int to = Math.min(from + round, batches.size());
      losses.addAll(round(batches.subList(from, to), Arrays.copyOfRange(seeds, from, to), byRows));
    }
    return losses;
  }

  private List<Double> round(List<Batch> batches, long[] seeds, boolean byRows) {
    Deal deal = Deal.of(batches, seeds, averaging.workers(), byRows, stream);
    ComputationGraph graph = replicas.graph();
    WeightState weights = WeightState.in(graph, net.weights());
    WeightState before = weights.copy();
    boolean led = !byRows && momentum.lead(weights);
    WeightState start = led ? weights.copy() : before;
    List<Optional<Peer>> asked = new ArrayList<>();
    for (int rank = 0; rank < deal.shares().size(); rank++) {
      asked.add(rank == 0 ? Optional.empty() : ask(rank, start, deal.shares().get(rank)));
    }
    try {
      List<Outcome> outcomes = new ArrayList<>();
      outcomes.add(deal.shares().get(0).train(own));
      WeightState sum = WeightState.in(graph, net.weights()).copy(); // counts the own updates
      for (int rank = 1; rank < deal.shares().size(); rank++) {
        outcomes.add(outcome(rank, asked.get(rank), start, deal.shares().get(rank)));
        sum.add(WeightState.in(graph, net.weights()));
      }
      sum.divide(deal.shares().size());
      sum.putInto(graph);
      if (!byRows) {
        momentum.moved(before.parameters(), sum.parameters());
      }
      stream = deal.joined(outcomes);
      return deal.losses(outcomes);
    } catch (Diverged e) {
      before.putInto(graph);
      throw e;
    }
  }

  private Optional<Peer> ask(int rank, WeightState start, RoundShare share) {
    Optional<Peer> peer = group.flatMap(each -> each.peer(rank));
    if (peer.isEmpty()) {
      return Optional.empty();
    }
    try {
      net.tell(peer.get());
      DataOutputStream out = peer.get().wire().out();
      out.writeByte(Message.ROUND.ordinal());
      out.writeInt(start.iterations());
      out.writeInt(start.epochs());
      out.writeDouble(rate);
      start.write(out);
      share.write(out);
      peer.get().wire().flush();
      return peer;
    } catch (IOException e) {
      lose(rank, e);
      return Optional.empty();
    }
  }

  /** The graph has what came of the share afterwards. */
  private Outcome outcome(int rank, Optional<Peer> peer, WeightState start, RoundShare share) {
    if (peer.isPresent()) {
      try {
        String fault = peer.get().wire().readText();
        if (!fault.isEmpty()) {
          throw new Diverged(fault);
        }
        Outcome outcome = Outcome.read(peer.get().wire().in());
        WeightState.in(replicas.graph(), net.weights()).read(peer.get().wire().in());
        return outcome;
      } catch (IOException e) {
        lose(rank, e);
      }
    }
    start.putInto(replicas.graph());
    return share.train(own);
  }

  private void lose(int rank, IOException why) {
    group.orElseThrow().lose(rank, why);
  }

  @Override
  public Map<String, INDArray> carried() {
    Map<String, INDArray> all = new TreeMap<>(stream);
    momentum.change().ifPresent(change -> all.put(CHANGE, change));
    return all;
  }

  @Override
  public void carry(Map<String, INDArray> state) {
    Map<String, INDArray> rest = new TreeMap<>(state);
    momentum.change(Optional.ofNullable(rest.remove(CHANGE)));
    stream = rest;
  }

  @Override
  public void thaw(int epoch) {
    own.thaw(epoch);
    if (net.graph() != replicas.graph()) {
      net = PeerNet.of(replicas.graph(), clipNorm);
    }
  }

  @Override
  public void learningRate(double now) {
    rate = now;
    own.learningRate(now);
  }
}
