package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.RoundShare.Outcome;
import org.unroll.core.engine.RoundShare.Step;

/**
 * The batches of a round, dealt out to the processes of a group.
 *
 * @param byRows whether each process has some rows of each batch, and not some batches
 * @param turns numbers of the batches of each process
 * @param shares what they train on
 */
record Deal(
    List<Batch> batches, boolean byRows, List<List<Integer>> turns, List<RoundShare> shares) {

  /**
   * @param byRows whether each process has rows of each batch, as those of a stream must
   * @param stream at the end of the batch before
   */
  static Deal of(
      List<Batch> batches,
      long[] seeds,
      int workers,
      boolean byRows,
      Map<String, INDArray> stream) {
    List<List<Integer>> turns =
        byRows ? Turns.ofRows(batches, workers) : Turns.ofBatches(batches, workers);
    List<RoundShare> shares = new ArrayList<>();
    for (int rank = 0; rank < turns.size(); rank++) {
      List<Step> steps = new ArrayList<>();
      for (int i : turns.get(rank)) {
        Batch batch = batches.get(i);
        MultiDataSet data = byRows ? BatchParts.of(batch.data(), workers).get(rank) : batch.data();
        steps.add(new Step(data, batch.continues(), byRows ? seeds[i] + rank : seeds[i]));
      }
      Map<String, INDArray> own =
          batches.get(0).continues() ? StreamParts.cut(stream, rank, turns.size()) : Map.of();
      shares.add(new RoundShare(steps, own));
    }
    return new Deal(batches, byRows, turns, shares);
  }

  /** Mean losses of the batches. */
  List<Double> losses(List<Outcome> outcomes) {
    List<PartStep.Sum> sums = new ArrayList<>();
    batches.forEach(batch -> sums.add(PartStep.Sum.NOTHING));
    for (int rank = 0; rank < turns.size(); rank++) {
      for (int step = 0; step < turns.get(rank).size(); step++) {
        int batch = turns.get(rank).get(step);
        double loss = outcomes.get(rank).losses().get(step);
        double labels = byRows ? Labels.count(shares.get(rank).steps().get(step).data()) : 1;
        sums.set(batch, sums.get(batch).plus(new PartStep.Sum(loss * labels, labels)));
      }
    }
    return sums.stream().map(PartStep.Sum::mean).toList();
  }

  /** The state of the stream after the last batch. */
  Map<String, INDArray> joined(List<Outcome> outcomes) {
    return byRows
        ? StreamParts.joined(outcomes.stream().map(Outcome::state).toList())
        : Map.of(); // nothing continues
  }
}
