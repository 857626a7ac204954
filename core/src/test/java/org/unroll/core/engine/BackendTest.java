package org.unroll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many threads native code has, and when. */
class BackendTest {
  private final List<String> before = threads();

  private static List<String> threads() {
    Map<String, String> facts = Backend.describe();
    return List.of(facts.get(Backend.THREADS), facts.get("blas-threads"));
  }

  @BeforeEach
  void useThree() {
    Backend.useThreads(3);
  }

  @AfterEach
  void restore() {
    Backend.useThreads(Integer.parseInt(before.get(0)));
  }

  @Test
  void blasHasOneThreadInAllPiecesAndThenAsManyAsBefore() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    Backend.oneThreadEach(
        IntStream.range(0, 50),
        piece -> {
          seen.add(threads().get(1));
          done.add(piece);
        });

    assertThat(seen).containsExactly("1");
    assertThat(done).hasSize(50);
    assertThat(threads()).containsExactly("3", "3");
  }

  @Test
  void theNumberComesBackAfterAMistake() {
    assertThatThrownBy(
            () ->
                Backend.oneThreadEach(
                    IntStream.range(0, 4),
                    piece -> {
                      throw new IllegalStateException("piece " + piece);
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(threads()).containsExactly("3", "3");
  }
}
