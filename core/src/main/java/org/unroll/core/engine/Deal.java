package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.RoundShare.Outcome;
import org.unroll.core.engine.RoundShare.Step;

/**
 * The batches of a round, dealt out to the processes of a group: each has some of them, or some
 * rows of all.
 *
 * @param turns numbers of the batches of each process, in their order; empty if it has rows of all
 */
record Deal(List<Batch> batches, List<List<Integer>> turns, List<RoundShare> shares) {

  /**
   * @param stream at the end of the batch before
   */
  static Deal of(List<Batch> batches, long[] seeds, int workers, Map<String, INDArray> stream) {
    if (batches.stream().anyMatch(Batch::continues)) {
      return new Deal(batches, List.of(), rows(batches, seeds, workers, stream));
    }
    List<List<Integer>> turns = turns(batches, workers);
    List<RoundShare> shares = new ArrayList<>();
    for (List<Integer> turn : turns) {
      List<Step> steps = new ArrayList<>();
      turn.forEach(i -> steps.add(new Step(batches.get(i).data(), false, seeds[i])));
      shares.add(new RoundShare(steps, Map.of()));
    }
    return new Deal(batches, turns, shares);
  }

  /**
   * Whoever waits for the others wastes time: the longest batch first, each goes to whom the others
   * left the least work so far (Graham 1969, "Bounds on multiprocessing timing anomalies"), and
   * nobody takes more than one batch more than another.
   */
  private static List<List<Integer>> turns(List<Batch> batches, int workers) {
    List<Integer> longestFirst = new ArrayList<>();
    List<List<Integer>> turns = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      longestFirst.add(i);
      if (i < workers) {
        turns.add(new ArrayList<>());
      }
    }
    longestFirst.sort(Comparator.comparing(i -> -work(batches.get(i))));
    int most = (batches.size() + workers - 1) / workers;
    long[] given = new long[turns.size()];
    for (int each : longestFirst) {
      int to = leastGiven(given, turns, most);
      turns.get(to).add(each);
      given[to] += work(batches.get(each));
    }
    turns.forEach(Collections::sort);
    return turns;
  }

  private static int leastGiven(long[] given, List<List<Integer>> turns, int most) {
    int least = -1;
    for (int rank = 0; rank < given.length; rank++) {
      if (turns.get(rank).size() < most && (least < 0 || given[rank] < given[least])) {
        least = rank;
      }
    }
    return least;
  }

  /** Numbers that the graph reads, which grow with examples and steps. */
  private static long work(Batch batch) {
    long numbers = 0;
    for (INDArray features : batch.data().getFeatures()) {
      numbers += features.length();
    }
    return numbers;
  }

  private static List<RoundShare> rows(
      List<Batch> batches, long[] seeds, int workers, Map<String, INDArray> stream) {
    int parts = BatchParts.of(batches.get(0).data(), workers).count();
    List<RoundShare> shares = new ArrayList<>();
    for (int rank = 0; rank < parts; rank++) {
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < batches.size(); i++) {
        MultiDataSet part = new BatchParts(batches.get(i).data(), parts).get(rank);
        steps.add(new Step(part, batches.get(i).continues(), seeds[i] + rank));
      }
      shares.add(new RoundShare(steps, StreamParts.cut(stream, rank, parts)));
    }
    return shares;
  }

  /** Mean losses of the batches. */
  List<Double> losses(List<Outcome> outcomes) {
    Double[] losses = new Double[batches.size()];
    for (int rank = 0; rank < turns.size(); rank++) {
      for (int step = 0; step < turns.get(rank).size(); step++) {
        losses[turns.get(rank).get(step)] = outcomes.get(rank).losses().get(step);
      }
    }
    if (turns.isEmpty()) {
      Arrays.setAll(losses, batch -> loss(batch, outcomes));
    }
    return List.of(losses);
  }

  private double loss(int batch, List<Outcome> outcomes) {
    PartStep.Sum all = PartStep.Sum.NOTHING;
    for (int rank = 0; rank < shares.size(); rank++) {
      double labels = Labels.count(shares.get(rank).steps().get(batch).data());
      all = all.plus(new PartStep.Sum(outcomes.get(rank).losses().get(batch) * labels, labels));
    }
    return all.mean();
  }

  /** The state of the stream after the last batch. */
  Map<String, INDArray> joined(List<Outcome> outcomes) {
    if (turns.isEmpty()) {
      return StreamParts.joined(outcomes.stream().map(Outcome::state).toList());
    }
    int last = batches.size() - 1;
    int rank = 0;
    while (!turns.get(rank).contains(last)) {
      rank++;
    }
    return outcomes.get(rank).state();
  }
}
