package org.unroll.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyNamesTest {
  @Test
  void aKeyIsCalledByTheEndThatNoOtherHas() {
    KeyNames names =
        new KeyNames(
            List.of("graph.embed.size", "graph.encoder.size", "graph.encoder.layer", "seed"));

    assertThat(names.shortest("graph.encoder.layer")).isEqualTo("layer");
    assertThat(names.shortest("graph.encoder.size")).isEqualTo("encoder.size");
    assertThat(names.shortest("seed")).isEqualTo("seed");
  }

  @Test
  void aKeyThatEndsAsAnotherIsNamedInFull() {
    assertThat(new KeyNames(List.of("size", "graph.size")).shortest("size")).isEqualTo("size");
  }

  @Test
  void keysThatAreOneForASearchAreNamedTogether() {
    KeyNames names = new KeyNames(List.of("graph.encoder.size,graph.decoder.size", "seed"));

    assertThat(names.shortest("graph.encoder.size,graph.decoder.size"))
        .isEqualTo("encoder.size, decoder.size");
  }
}
