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
 * @param byRows whether each process has some rows of all batches, and not some batches
 */
record Deal(List<Batch> batches, boolean byRows, List<RoundShare> shares) {

  /**
   * @param stream at the end of the batch before
   */
  static Deal of(List<Batch> batches, long[] seeds, int workers, Map<String, INDArray> stream) {
    boolean byRows = batches.stream().anyMatch(Batch::continues);
    return new Deal(
        batches,
        byRows,
        byRows ? rows(batches, seeds, workers, stream) : turns(batches, seeds, workers));
  }

  private static List<RoundShare> turns(List<Batch> batches, long[] seeds, int workers) {
    List<RoundShare> shares = new ArrayList<>();
    for (int rank = 0; rank < Math.min(workers, batches.size()); rank++) {
      List<Step> steps = new ArrayList<>();
      for (int i = rank; i < batches.size(); i += workers) {
        steps.add(new Step(batches.get(i).data(), false, seeds[i]));
      }
      shares.add(new RoundShare(steps, Map.of()));
    }
    return shares;
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
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      int turn = i / shares.size();
      losses.add(byRows ? loss(i, outcomes) : outcomes.get(i % shares.size()).losses().get(turn));
    }
    return losses;
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
    return byRows
        ? StreamParts.joined(outcomes.stream().map(Outcome::state).toList())
        : outcomes.get((batches.size() - 1) % shares.size()).state();
  }
}
