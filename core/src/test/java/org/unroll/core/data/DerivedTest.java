package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DerivedTest {
  private final AtomicInteger made = new AtomicInteger();

  private List<String> derived(int count) {
    return Derived.of(
        IntStream.range(0, count).boxed().toList(),
        number -> {
          made.incrementAndGet();
          return "n" + number;
        });
  }

  @Test
  void whatIsMadeOfFewIsKept() {
    List<String> few = derived(1_000);

    assertThat(few).startsWith("n0", "n1").endsWith("n999");
    assertThat(few).hasSize(1_000);
    assertThat(made).hasValue(1_000);
  }

  @Test
  void whatIsMadeOfManyIsMadeWheneverItIsAskedFor() {
    List<String> many = derived(100_000);

    assertThat(made).hasValue(0);
    assertThat(many.get(7)).isEqualTo("n7");
    assertThat(made).hasValue(1);
    assertThat(many.parallelStream().toList())
        .isEqualTo(IntStream.range(0, 100_000).mapToObj(number -> "n" + number).toList());
  }

  @Test
  void whatIsMadeOfItemsThatMemoryMayNotHoldIsNotKept() {
    List<Integer> large = ListView.of(10, place -> place);
    assertThat(Derived.of(large, number -> "n" + number))
        .isInstanceOf(ListView.class)
        .contains("n9");
  }
}
