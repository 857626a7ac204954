package org.unroll.apps.charlm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unroll.core.app.Draft;

class CharlmSizesTest {
  private static String sized(long symbols) {
    Draft draft = new Draft();
    new CharlmSizes(symbols).set(draft);
    return draft.yaml("charlm", "a text");
  }

  @Test
  void theNetGrowsWithTheText() {
    assertThat(sized(240)).contains("size: 64, input: embed", "batch: 2", "tbptt: 15");
    assertThat(sized(40_000)).contains("size: 128", "batch: 8", "tbptt: 64", "dropout: 0.5");
    assertThat(sized(300_000)).contains("size: 256, input: embed", "epochs: 30");
    assertThat(sized(900_000)).contains("size: 512", "dropout: 0.4");
    assertThat(sized(3_000_000))
        .contains("cells2: {layer: lstm, size: 320, input: cells, dropout: 0.2}", "epochs: 15")
        .contains("output: {layer: softmax, input: cells2, dropout: 0.2}");
  }

  @Test
  void anEpochOfALongTextIsAPartOfIt() {
    assertThat(sized(19_000_000)).contains("epochs: 3").doesNotContain("batches-per-epoch");
    assertThat(sized(100_000_000))
        .contains("size: 512", "batches-per-epoch: 244", "epochs: 30")
        .doesNotContain("dropout");
  }

  @Test
  void fewSymbolsAreTold() {
    assertThat(sized(2_000)).contains("# 2,000 symbols to learn from are few");
    assertThat(sized(20_000)).doesNotContain("are few");
  }
}
