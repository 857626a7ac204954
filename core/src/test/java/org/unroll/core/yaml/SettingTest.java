package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unroll.core.yaml.Experiment.load;
import static org.unroll.core.yaml.Experiment.mistakes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.config.UiConfig;
import org.unroll.core.yaml.Experiment.Cell;
import org.unroll.core.yaml.Experiment.Direction;
import org.unroll.core.yaml.Experiment.Recurrent;

class SettingTest {

  @Test
  void setsInsideAReplacedMap() {
    Recurrent encoder =
        (Recurrent)
            load("", "graph.encoder.layer=rnn", "graph.encoder.bidirectional=null")
                .config()
                .graph()
                .nodes()
                .get("encoder");

    assertThat(encoder.cell()).isEqualTo(Cell.RNN);
    assertThat(encoder.size()).isEqualTo(128);
    assertThat(encoder.bidirectional()).isEqualTo(Direction.FORWARD);
  }

  @Test
  void theValueIsYaml() {
    Experiment set =
        load(
                "",
                "data.fractions=[0.6, 0.4]",
                "ui={every: 5}",
                "app='a=b: c'",
                "train.schedule.kind=step",
                "graph.extra={vertex: add, input: [embed, encoder]}")
            .config();

    assertThat(set.data().fractions()).containsExactly(0.6, 0.4);
    assertThat(set.ui()).isEqualTo(new UiConfig(9000, "127.0.0.1", 5));
    assertThat(set.app()).isEqualTo("a=b: c");
    assertThat(set.train().schedule()).isPresent();
    assertThat(set.graph().nodes()).containsOnlyKeys("embed", "encoder", "output", "extra");
  }

  @Test
  void aNodeGivenWholeReplacesTheOldOne() {
    Recurrent encoder =
        (Recurrent)
            load("", "graph.encoder={layer: gru, size: 8, input: embed}")
                .config()
                .graph()
                .nodes()
                .get("encoder");

    assertThat(encoder.bidirectional()).isEqualTo(Direction.FORWARD);
    assertThat(load("", "graph={a: {vertex: add, input: tokens}}").config().graph().nodes())
        .containsOnlyKeys("a");
  }

  @Test
  void changingALayerToAVertexDropsTheLayer() {
    assertThat(mistakes("", "graph.encoder.vertex=add"))
        .containsExactly(
            "defaults.yaml:6:26: graph.encoder.size: unknown key 'size'; known: input, layer,"
                + " vertex",
            "defaults.yaml:6:37: graph.encoder.bidirectional: unknown key 'bidirectional'; known:"
                + " input, layer, vertex");
  }

  @Test
  void anUnknownPathNamesTheNearest() {
    assertThat(mistakes("", "train.epoch=3", "trian.epochs=3", "graph.encodr.size=3"))
        .containsExactly(
            "-s train.epoch=3: train.epoch: unknown key 'epoch'; did you mean 'epochs'?",
            "-s trian.epochs=3: trian: unknown key 'trian'; did you mean 'train'?",
            "-s graph.encodr.size=3: graph.encodr: unknown name 'encodr'; did you mean 'encoder'?");
    assertThat(mistakes("", "graph.encodr=null", "graph.encoder.sise=3", "seed.x=3"))
        .containsExactly(
            "-s graph.encodr=null: graph.encodr: unknown name 'encodr'; did you mean 'encoder'?",
            "-s graph.encoder.sise=3: graph.encoder.sise: unknown key 'sise'; did you mean 'size'?",
            "-s seed.x=3: seed: has no keys below it; it holds a whole number");
  }

  @Test
  void aKeyOfAnotherVariantIsUnknown() {
    assertThat(mistakes("", "graph.output.size=3"))
        .containsExactly(
            "-s graph.output.size=3: graph.output.size: unknown key 'size'; known: input, layer,"
                + " vertex");
  }

  @Test
  void theFormIsKeyEqualsValue() {
    for (String wrong : new String[] {"train", "", "=3", "train..epochs=3", ".=1", "a.=1"}) {
      assertThat(mistakes("", wrong))
          .containsExactly("-s " + wrong + ": expected key=value, such as -s train.epochs=3");
    }
  }

  @Test
  void aBadValueIsReportedAtTheSetting() {
    assertThat(mistakes("", "train.epochs=many"))
        .containsExactly(
            "-s train.epochs=many: train.epochs: expected a whole number from 1 to 100000, found"
                + " 'many'");
    assertThat(mistakes("", "train.epochs="))
        .containsExactly(
            "-s train.epochs=: train.epochs: expected a whole number from 1 to 100000, found"
                + " nothing");
    assertThat(mistakes("", "data.fractions=[1, ")).hasSize(1);
    assertThat(mistakes("", "train.epochs=null"))
        .containsExactly(
            "-s train.epochs=null: train.epochs: missing; expected a whole number from 1 to"
                + " 100000");
  }

  @Test
  void whatIsLaidOverAConfigLaterLeavesTheRestInItsPlace() {
    ConfigLoader<Experiment> loader = new ConfigLoader<>(Experiment.class);
    Loaded<Experiment> varied = loader.vary(load("seed: 7\n"), List.of("seed=8", "train.tbptt=3"));
    Problems problems = new Problems();
    problems.add("data.batch", "too large");
    problems.add("train.tbptt", "too small");

    assertThat(varied.config().seed()).isEqualTo(8);
    assertThat(varied.tree().toYaml())
        .isEqualTo(load("seed: 8\n", "train.tbptt=3").tree().toYaml());
    assertThatThrownBy(() -> varied.tree().throwIfAny(problems))
        .hasMessageContaining("defaults.yaml:3:31: data.batch: too large")
        .hasMessageContaining("-s train.tbptt=3: train.tbptt: too small");
    assertThatThrownBy(() -> loader.vary(varied, List.of("sead=9")))
        .hasMessage("-s sead=9: sead: unknown key 'sead'; did you mean 'seed'?");
  }

  @Test
  void aSettingElsewhereDoesNotTakeTheBlame() {
    assertThat(mistakes("train: {epochs: null}", "train.tbptt=3", "seed=3"))
        .containsExactly(
            "user.yaml:1:8: train.epochs: missing; expected a whole number from 1 to 100000");
  }
}
