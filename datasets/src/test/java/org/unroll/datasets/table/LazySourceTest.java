package org.unroll.datasets.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

class LazySourceTest {
  private static final Splits<String> SPLITS =
      new Splits<>(List.of("a", "b"), List.of("c"), List.of("d"));

  private final List<String> openings = new ArrayList<>();

  private Source<List<String>> open() {
    openings.add("opened");
    return new InMemorySource<>(SPLITS::part, Map.of("a.csv", "1f"));
  }

  @Test
  void isOpenedWhenFirstReadAndOnce() {
    Source<List<String>> source = new LazySource<>(this::open);
    assertThat(source.digests()).isEmpty();
    assertThat(openings).isEmpty();

    assertThat(source.read(Split.TRAIN)).containsExactly("a", "b");
    assertThat(source.read(Split.TEST)).containsExactly("d");
    assertThat(source.digests()).containsEntry("a.csv", "1f");
    assertThat(openings).hasSize(1);
  }

  @Test
  void whatCannotBeOpenedIsSaidWhenItIsRead() {
    Source<List<String>> source =
        new LazySource<>(
            () -> {
              throw new UserError("a.csv: there is no such file");
            });

    assertThatThrownBy(() -> source.read(Split.TRAIN)).hasMessage("a.csv: there is no such file");
  }
}
