package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.engine.Backend;

/**
 * Times the contenders of one case in turn, round by round, so that whatever else the machine does
 * falls on all of them alike; the result is the median over the rounds.
 */
final class LayerBenchmark {
  private static final int WARM_UP_TURNS = 20;
  private static final int PRODUCT = 1024;
  private static final int PRODUCTS = 3;

  private final int rounds;
  private final long turnNanos;
  private final int threads;
  private final INDArray left = square();
  private final INDArray right = square();
  private final INDArray product = square();
  private long bestProduct = Long.MAX_VALUE;

  /**
   * @param rounds how often each contender has its turn
   * @param turnMillis how long a turn's training steps, and its forward passes, shall take; more if
   *     one of all its batches takes longer
   * @param threads of native code for the product of matrices
   */
  LayerBenchmark(int rounds, int turnMillis, int threads) {
    this.rounds = rounds;
    this.turnNanos = turnMillis * 1_000_000L;
    this.threads = threads;
  }

  /** Times all contenders; the caller closes them. */
  Map<String, Timing> run(Map<String, Contender> contenders) {
    Map<String, Turn> turns = new LinkedHashMap<>();
    Map<String, List<Timing>> timings = new LinkedHashMap<>();
    for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
      turns.put(contender.getKey(), warmUp(contender.getValue()));
      timings.put(contender.getKey(), new ArrayList<>());
    }
    for (int round = 0; round < rounds; round++) {
      multiply();
      for (Map.Entry<String, Turn> turn : turns.entrySet()) {
        timings.get(turn.getKey()).add(turn.getValue().take());
      }
    }
    Map<String, Timing> medians = new LinkedHashMap<>();
    timings.forEach((name, all) -> medians.put(name, Timing.median(all)));
    return medians;
  }

  /** Runs long enough for compiled code and steady caches, and finds how much fits into a turn. */
  private Turn warmUp(Contender contender) {
    int fits = contender.cycle();
    int passes = contender.cycle();
    long spent = 0;
    while (spent < 2 * WARM_UP_TURNS * turnNanos) {
      long fit = contender.fit(fits);
      long pass = contender.infer(passes);
      spent += fit + pass;
      fits = times(contender, fit / fits);
      passes = times(contender, pass / passes);
    }
    return new Turn(contender, fits, passes);
  }

  /** Whole cycles that take about a turn, one at least. */
  private int times(Contender contender, long nanos) {
    int cycle = contender.cycle();
    return cycle * (int) Math.max(1, turnNanos / Math.max(1, cycle * nanos));
  }

  private record Turn(Contender contender, int fits, int passes) {
    Timing take() {
      contender.fit(1); // awake again: another's turn was long
      double fit = contender.fit(fits) / 1e6 / fits;
      contender.infer(1);
      return new Timing(fit, contender.infer(passes) / 1e6 / passes);
    }
  }

  /**
   * What the processor did at most between the rounds so far: the best of all products of two 1024
   * x 1024 matrices in single precision. Spread over the whole run, since another program may be in
   * the way of any one moment.
   *
   * @return GFLOP/s
   */
  double peak() {
    return 2.0 * PRODUCT * PRODUCT * PRODUCT / bestProduct;
  }

  private void multiply() {
    Backend.useThreads(threads); // a contender may have had another number
    for (int i = 0; i < PRODUCTS; i++) {
      long began = System.nanoTime();
      Nd4j.gemm(left, right, product, false, false, 1, 0);
      bestProduct = Math.min(bestProduct, System.nanoTime() - began);
    }
  }

  private static INDArray square() {
    return Nd4j.rand(PRODUCT * PRODUCT).reshape('f', PRODUCT, PRODUCT); // BLAS's own order
  }
}
