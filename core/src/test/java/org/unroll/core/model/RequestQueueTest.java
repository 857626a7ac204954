package org.unroll.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.app.Pieces;

class RequestQueueTest {
  private static RequestQueue<String, String> queue(Sharing sharing, String... requests) {
    RequestQueue<String, String> queue = new RequestQueue<>(sharing);
    for (String each : requests) {
      assertThat(queue.tryReserve()).isTrue();
      queue.add(new Request<>(List.of(each.split(" ")), Pieces.NONE));
    }
    return queue;
  }

  private static List<List<String>> next(RequestQueue<String, String> queue) {
    return queue.next().stream().map(Request::inputs).toList();
  }

  @Test
  void thoseThatWaitShareABatchUpToItsBound() {
    RequestQueue<String, String> queue =
        queue(Sharing.DEFAULT.withInputs(3), "a", "b", "c d", "e", "f g h i", "k");

    assertThat(next(queue)).containsExactly(List.of("a"), List.of("b"));
    assertThat(next(queue)).containsExactly(List.of("c", "d"), List.of("e"));
    assertThat(next(queue)).as("more than a batch by itself").hasSize(1);
    assertThat(next(queue)).containsExactly(List.of("k"));
    assertThat(next(queue)).isEmpty();
  }

  @Test
  void aFullQueueHasNoPlaceUntilABatchIsTaken() {
    RequestQueue<String, String> queue = queue(Sharing.DEFAULT.withQueue(2), "a", "b");

    assertThat(queue.tryReserve()).isFalse();
    queue.next();
    assertThat(queue.tryReserve()).isTrue();
  }

  @Test
  void aBatchWithRoomWaitsAsLongAsItMay() throws InterruptedException {
    RequestQueue<String, String> queue =
        queue(Sharing.DEFAULT.withInputs(2).withLongestWait(Duration.ofSeconds(30)), "a");
    Thread late =
        new Thread(
            () -> {
              assertThat(queue.tryReserve()).isTrue();
              queue.add(new Request<>(List.of("b"), Pieces.NONE));
            });
    late.start();

    assertThat(next(queue)).containsExactly(List.of("a"), List.of("b"));
    late.join();
  }
}
