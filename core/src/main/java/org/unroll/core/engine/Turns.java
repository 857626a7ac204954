package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.data.Batch;

/**
 * Which batches of a round each process of a group trains on: numbers in rising order, for each
 * process that has one.
 */
final class Turns {
  private Turns() {}

  /**
   * Of processes that have rows of each batch; one that has fewer rows than processes has fewer.
   */
  static List<List<Integer>> ofRows(List<Batch> batches, int workers) {
    List<List<Integer>> turns = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      int parts = BatchParts.of(batches.get(i).data(), workers).count();
      for (int rank = 0; rank < parts; rank++) {
        if (rank == turns.size()) {
          turns.add(new ArrayList<>());
        }
        turns.get(rank).add(i);
      }
    }
    return turns;
  }

  /**
   * Of processes that have batches of their own. Whoever waits for the others wastes time: the
   * longest first, each batch goes to whom the others left the least work so far (Graham 1969,
   * "Bounds on multiprocessing timing anomalies"), and nobody has more than an even share, rounded
   * up. The first has as many as any.
   */
  static List<List<Integer>> ofBatches(List<Batch> batches, int workers) {
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
    // The first counts the updates of a round for all (Adam corrects its bias by that number).
    turns.sort(Comparator.comparing(turn -> -turn.size()));
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
}
