package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.yaml.Experiment.load;
import static org.unroll.core.yaml.Experiment.mistakes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.yaml.Experiment.Constant;
import org.unroll.core.yaml.Experiment.Mean;
import org.unroll.core.yaml.Experiment.Window;

class DeltaTest {

  @Test
  void mapsMergeByKey() {
    Experiment merged = load("train: {epochs: 3}\nseed: 7\n").config();

    assertThat(merged.train().epochs()).isEqualTo(3);
    assertThat(merged.train().clipNorm()).hasValue(5);
    assertThat(merged.seed()).isEqualTo(7);
  }

  @Test
  void listsAndReplacedMapsReplaceWhole() {
    Experiment merged =
        load("data: {fractions: [0.9, 0.1]}\ngraph: {a: {vertex: add, input: tokens}}").config();

    assertThat(merged.data().fractions()).containsExactly(0.9, 0.1);
    assertThat(merged.data().source()).contains("sample");
    assertThat(merged.graph().nodes()).containsOnlyKeys("a");
  }

  @Test
  void nullRemovesEvenWhatIsNotThere() {
    Experiment merged = load("train: {clip-norm: null, tbptt: ~}\nscaling: null\n").config();

    assertThat(merged.train().clipNorm()).isEmpty();
    assertThat(merged.train().tbptt()).isEmpty();
  }

  @Test
  void removingAnUnknownKeyIsAMistake() {
    assertThat(mistakes("train: {clip: null}\nscaling: {factr: null, by: constant, factor: 1}"))
        .containsExactly(
            "user.yaml:1:9: train.clip: unknown key 'clip'; known: epochs, updater, schedule,"
                + " clip-norm, tbptt, early-stop, refit, engine",
            "user.yaml:2:11: scaling.factr: unknown key 'factr'; did you mean 'factor'?");
    assertThat(mistakes("scaling: {factr: null}", "scaling.by=constant", "scaling.factor=1"))
        .containsExactly(
            "user.yaml:1:11: scaling.factr: unknown key 'factr'; did you mean 'factor'?");
  }

  @Test
  void nullInsideAReplacedMapRemovesNothing() {
    assertThat(mistakes("graph: {encoder: null}"))
        .containsExactly(
            "user.yaml:1:18: graph.encoder: expected a map with the key 'layer' or 'vertex', found"
                + " null");
  }

  @Test
  void anAlternativeDropsTheOthers() {
    Experiment merged =
        load("train: {updater: {sgd: 0.1}}\ndata: {train: a.csv, test: b.csv}").config();

    assertThat(merged.train().updater().sgd()).hasValue(0.1);
    assertThat(merged.train().updater().adam()).isEmpty();
    assertThat(merged.data().source()).isEmpty();
    assertThat(load("", "train.updater.rmsprop=0.01").config().train().updater().rate())
        .isEqualTo(0.01);
    assertThat(load("train: {updater: {adam: 0.5}}").config().train().updater().adam())
        .hasValue(0.5);
  }

  @Test
  void variantsMergeAndADiscriminatorDropsTheOther() {
    String constant = "scaling: {by: constant, factor: 2}";

    assertThat(load(constant, "scaling.shift=3").config().scaling()).contains(new Constant(2, 3));
    assertThat(
            load(constant, "scaling.factor=null", "scaling.fitted=mean", "scaling.robust=true")
                .config()
                .scaling())
        .contains(new Mean(true));
  }

  @Test
  void freeMapsMergeByName() {
    Experiment merged =
        load("windows: {a: {length: 3}, b: {length: 4}}", "windows.a.stride=2", "windows.b=null")
            .config();

    assertThat(merged.windows()).containsOnlyKeys("a").containsValue(new Window(3, 2));
  }

  @Test
  void laterLayersWin() {
    ConfigText first = new ConfigText("first.yaml", "seed: 1\napp: a");
    ConfigText second = new ConfigText("second.yaml", "seed: 2");

    Experiment merged =
        new ConfigLoader<>(Experiment.class)
            .load(Experiment.DEFAULTS, List.of(first, second), List.of("seed=3", "seed=4"))
            .config();

    assertThat(merged.seed()).isEqualTo(4);
    assertThat(merged.app()).isEqualTo("a");
  }

  @Test
  void whatIsOverriddenIsCheckedAllTheSame() {
    assertThat(mistakes("train: {epochs: many, epoch: 3}", "train.epochs=3", "train.epoch=null"))
        .containsExactly(
            "user.yaml:1:17: train.epochs: expected a whole number from 1 to 100000, found 'many'",
            "user.yaml:1:23: train.epoch: unknown key 'epoch'; did you mean 'epochs'?",
            "-s train.epoch=null: train.epoch: unknown key 'epoch'; did you mean 'epochs'?");
  }
}
