package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.tiny.TinyApp;

class DeltaFileTest {
  private static String file(String... settings) {
    return file(new TinyApp(), List.of(settings));
  }

  /** Of the defaults with settings laid over them; laid over the defaults it gives the same. */
  private static <C extends Record & RunConfig> String file(App<C> app, List<String> settings) {
    Loaded<C> defaults = AppConfig.load(app, List.of(), List.of());
    Loaded<C> wanted = AppConfig.load(app, List.of(), settings);
    String file = defaults.fileTo(wanted, List.of("app"));
    ConfigText text = new ConfigText("best.yaml", file);
    assertThat(AppConfig.load(app, List.of(text), List.of()).config()).isEqualTo(wanted.config());
    return file;
  }

  @Test
  void itHoldsWhatDiffersAlone() {
    assertThat(file()).isEqualTo("app: tiny\n");
    assertThat(file("train.epochs=3", "examples=40"))
        .isEqualTo("app: tiny\ntrain: {epochs: 3}\nexamples: 40\n");
  }

  @Test
  void aGraphIsReplacedWholeAsAFileDoes() {
    assertThat(file("graph.encoder.size=9"))
        .startsWith("app: tiny\ngraph:\n  mixed: {layer: dense")
        .contains("encoder: {layer: lstm, size: 9, input: mixed}", "output: {layer: softmax");
  }

  @Test
  void anAlternativeTakesThePlaceOfTheOther() {
    assertThat(file("train.updater={sgd: 0.1}"))
        .isEqualTo("app: tiny\ntrain:\n  updater: {sgd: 0.1}\n");
  }

  @Test
  void whatIsGoneIsNull() {
    assertThat(file("train.clip-norm=null")).isEqualTo("app: tiny\ntrain: {clip-norm: null}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph.encoder.layer=gru",
        "graph.mixed.dropout=null",
        "train.schedule={kind: step, factor: 0.5}",
        "train.early-stop.patience=7",
        "ui={port: 0, every: 1}",
        "threads=auto",
        "compare={rows: {a: seed=1, b: seed=2}}"
      })
  void otherConfigsComeBackToo(String setting) {
    assertThat(file(setting)).startsWith("app: tiny\n");
  }
}
