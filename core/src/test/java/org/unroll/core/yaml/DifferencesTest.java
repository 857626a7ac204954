package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final ConfigLoader<Experiment> LOADER = new ConfigLoader<>(Experiment.class);

  /** What settings change of the defaults. */
  private static List<String> changed(String... settings) {
    Loaded<Experiment> stored = Experiment.load("");
    return stored.changes(LOADER.vary(stored, List.of(settings)));
  }

  @Test
  void whatWasSetIsNamed() {
    assertThat(changed("seed=1", "train.epochs=9")).containsExactly("train.epochs", "seed");
    assertThat(changed("graph.encoder.layer=gru")).containsExactly("graph.encoder.layer");
    assertThat(changed("scaling={by: constant, factor: 2}")).containsExactly("scaling");
    assertThat(changed("train.clip-norm=null")).containsExactly("train.clip-norm");
    assertThat(changed("windows.day={length: 3}")).containsExactly("windows");
    assertThat(changed("data.transform=[a]")).containsExactly("data.transform");
  }

  @Test
  void aDefaultThatWasWrittenOutIsNone() {
    assertThat(changed("seed=1", "train.refit=false", "data.bucket=true")).containsExactly("seed");
    assertThat(changed("seed=1", "data.fractions=[0.80, 0.1, 0.1]")).containsExactly("seed");
    assertThat(changed("seed=1", "train.updater.adam=1e-3")).containsExactly("seed");
    assertThat(changed("seed=1", "graph.encoder.bidirectional=concat")).containsExactly("seed");
    assertThat(changed("train.refit=false")).isEmpty();
  }

  @Test
  void whatAnotherKeyDropsIsNone() {
    assertThat(changed("train.updater.sgd=0.1")).containsExactly("train.updater.sgd");
    assertThat(changed("data={train: a, test: b}")).containsExactly("data.train", "data.test");
  }
}
