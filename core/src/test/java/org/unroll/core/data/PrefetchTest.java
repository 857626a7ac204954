package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.dataset.MultiDataSet;

@Timeout(20)
class PrefetchTest {
  /** Batches of one example each, whose number is {@code 10 * epoch + n}. */
  private record Counted(int size, IntFunction<Batch> make) implements Batches {
    @Override
    public int examples() {
      return size;
    }

    @Override
    public Batch get(int epoch, int n) {
      return make.apply(10 * epoch + n);
    }
  }

  private static Batch batch(int number) {
    return new Batch(new MultiDataSet(), new int[] {number});
  }

  @Test
  void givesTheEpochInOrder() {
    assertThat(numbers(new Prefetch(new Counted(5, PrefetchTest::batch), 3, 0)))
        .containsExactly(30, 31, 32, 33, 34);
    assertThat(numbers(new Prefetch(new Counted(5, PrefetchTest::batch), 0, 3)))
        .containsExactly(3, 4);
    assertThat(numbers(new Prefetch(new Counted(0, PrefetchTest::batch), 0, 0))).isEmpty();
  }

  @Test
  void preparesAFewBatchesAheadAndNoMore() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    CountDownLatch ahead = new CountDownLatch(Prefetch.AHEAD + 1);
    Counted batches =
        new Counted(
            9,
            n -> {
              made.incrementAndGet();
              ahead.countDown();
              return batch(n);
            });
    try (Prefetch prefetch = new Prefetch(batches, 0, 0)) {
      assertThat(ahead.await(10, TimeUnit.SECONDS)).isTrue();
      Thread.sleep(20); // would run on here if the queue were not bounded
      assertThat(made).hasValue(Prefetch.AHEAD + 1);
      assertThat(prefetch.next().examples()).containsExactly(0);
    }
  }

  @Test
  void errorsComeUpOnTheCallersThread() {
    Counted batches =
        new Counted(
            9,
            n -> {
              if (n == 1) {
                throw new IllegalArgumentException("broken example");
              }
              return batch(n);
            });
    try (Prefetch prefetch = new Prefetch(batches, 0, 0)) {
      assertThat(prefetch.next().examples()).containsExactly(0);
      assertThatThrownBy(prefetch::next)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("broken example");
      assertThat(prefetch.hasNext()).isFalse();
    }
    Counted fatal =
        new Counted(
            1,
            n -> {
              throw new OutOfMemoryError("no room");
            });
    try (Prefetch prefetch = new Prefetch(fatal, 0, 0)) {
      assertThatThrownBy(prefetch::next).isInstanceOf(OutOfMemoryError.class);
    }
  }

  @Test
  void closeEndsTheThread() {
    Prefetch prefetch = new Prefetch(new Counted(9, PrefetchTest::batch), 77, 0);
    prefetch.next();
    prefetch.close();
    prefetch.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("prefetch-epoch-77");
    assertThat(prefetch.hasNext()).isFalse();
    assertThatThrownBy(prefetch::next).isInstanceOf(NoSuchElementException.class);
  }

  private static List<Integer> numbers(Prefetch prefetch) {
    try (prefetch) {
      List<Integer> numbers = new ArrayList<>();
      while (prefetch.hasNext()) {
        numbers.add(prefetch.next().examples()[0]);
      }
      return numbers;
    }
  }
}
