package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.yaml.Experiment.mistakes;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Mistakes in keys and values: what is said, and where. */
class StrictTest {

  @Test
  void anUnknownKeyNamesTheNearest() {
    assertThat(mistakes("train:\n  epoch: 3\n"))
        .containsExactly("user.yaml:2:3: train.epoch: unknown key 'epoch'; did you mean 'epochs'?");
    assertThat(mistakes("train: {clip_norm: 3}"))
        .containsExactly(
            "user.yaml:1:9: train.clip_norm: unknown key 'clip_norm'; did you mean 'clip-norm'?");
  }

  @Test
  void anUnknownKeyFarFromAllListsThem() {
    assertThat(mistakes("ui: {colour: red}"))
        .containsExactly(
            "user.yaml:1:6: ui.colour: unknown key 'colour'; known: port, host, every");
  }

  @Test
  void aMisspeltRequiredKeyIsOneMistake() {
    assertThat(mistakes("windows: {w: {lenght: 3}}"))
        .containsExactly(
            "user.yaml:1:15: windows.w.lenght: unknown key 'lenght'; did you mean 'length'?");
  }

  @Test
  void aMissingKeyIsReportedAtItsMap() {
    assertThat(mistakes("windows:\n  w: {stride: 3}\n"))
        .containsExactly("user.yaml:2:6: windows.w.length: missing; expected a whole number");
    assertThat(mistakes("train: {epochs: null}"))
        .containsExactly(
            "user.yaml:1:8: train.epochs: missing; expected a whole number from 1 to 100000");
  }

  @Test
  void aWrongTypeTellsWhatWasExpected() {
    assertThat(mistakes("train:\n  epochs: many\n"))
        .containsExactly(
            "user.yaml:2:11: train.epochs: expected a whole number from 1 to 100000, found 'many'");
    assertThat(mistakes("train: 5"))
        .containsExactly(
            "user.yaml:1:8: train: expected a map with keys such as epochs, updater, schedule,"
                + " clip-norm, tbptt, early-stop, refit, engine, found '5'");
    assertThat(mistakes("graph: []"))
        .containsExactly(
            "user.yaml:1:8: graph: expected a map of names, each with a map with the key 'layer' or"
                + " 'vertex', found a list");
    assertThat(mistakes("app: [a, b]"))
        .containsExactly("user.yaml:1:6: app: expected a text, found a list");
    assertThat(mistakes("seed: '42'"))
        .containsExactly("user.yaml:1:7: seed: expected a whole number, found the text '42'");
  }

  @Test
  void rangesAreChecked() {
    assertThat(mistakes("train: {epochs: 0, clip-norm: 0, tbptt: -1}"))
        .containsExactly(
            "user.yaml:1:17: train.epochs: expected a whole number from 1 to 100000, found '0'",
            "user.yaml:1:31: train.clip-norm: expected a number above 0, found '0'",
            "user.yaml:1:41: train.tbptt: expected a whole number at least 1, found '-1'");
    assertThat(mistakes("data: {fractions: [0.5, 2]}"))
        .containsExactly(
            "user.yaml:1:25: data.fractions[1]: expected a number from 0 to 1, found '2'");
    assertThat(mistakes("graph: {a: {layer: lstm, size: 1, input: tokens, dropout: 1}}"))
        .containsExactly(
            "user.yaml:1:59: graph.a.dropout: expected a number at least 0 and below 1, found '1'");
  }

  @Test
  void aKeyWithoutAValueIsAMistake() {
    assertThat(mistakes("train:\n  epochs:\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("user.yaml:2:")
        .endsWith("train.epochs: expected a whole number from 1 to 100000, found nothing");
    assertThat(mistakes("app:")).hasSize(1);
  }

  @Test
  void variantsAreCheckedByTheirNames() {
    assertThat(mistakes("graph: {a: {layer: ltsm, size: 3, input: tokens}}"))
        .containsExactly(
            "user.yaml:1:20: graph.a.layer: unknown layer 'ltsm'; did you mean 'lstm'?");
    assertThat(mistakes("graph: {a: {vertex: split, input: tokens}}"))
        .containsExactly(
            "user.yaml:1:21: graph.a.vertex: unknown vertex 'split'; known: concat, add");
    assertThat(mistakes("graph: {a: {layer: [lstm], input: tokens}}"))
        .containsExactly(
            "user.yaml:1:20: graph.a.layer: expected 'lstm', 'rnn', 'gru' or 'embedding', found a"
                + " list");
    assertThat(mistakes("graph: {a: {layer: lstm, sise: 3, input: tokens}}"))
        .containsExactly("user.yaml:1:26: graph.a.sise: unknown key 'sise'; did you mean 'size'?");
  }

  @Test
  void exactlyOneDiscriminatorIsAllowed() {
    assertThat(mistakes("graph: {a: {size: 3, input: tokens}}"))
        .containsExactly(
            "user.yaml:1:12: graph.a: expected exactly one of 'layer' and 'vertex', found neither");
    assertThat(mistakes("graph: {a: {layer: lstm, vertex: add, input: tokens}}"))
        .containsExactly(
            "user.yaml:1:12: graph.a: expected exactly one of 'layer' and 'vertex', found 'layer'"
                + " and 'vertex'");
    assertThat(mistakes("graph: {a: {lyer: lstm, size: 3, input: tokens}}"))
        .containsExactly("user.yaml:1:13: graph.a.lyer: unknown key 'lyer'; did you mean 'layer'?");
  }

  @Test
  void exactlyOneAlternativeIsAllowed() {
    assertThat(mistakes("train: {updater: {adam: 0.1, sgd: 0.1}}"))
        .containsExactly(
            "user.yaml:1:18: train.updater: expected exactly one of 'sgd', 'adam', 'rmsprop' and"
                + " 'nesterovs', found 'sgd' and 'adam'");
    assertThat(mistakes("data: {source: null}"))
        .containsExactly(
            "user.yaml:1:7: data: expected exactly one of 'source' and 'train validation test',"
                + " found none");
    assertThat(mistakes("train: {updater: {adam: null, admm: 0.1}}"))
        .containsExactly(
            "user.yaml:1:31: train.updater.admm: unknown key 'admm'; did you mean 'adam'?");
  }

  @Test
  void aRecordMayRefuseItsValues() {
    assertThat(mistakes("graph:\n  a: {layer: gru, size: 13, input: tokens}"))
        .containsExactly("user.yaml:2:6: graph.a: 13 units bring bad luck");
  }

  @Test
  void rulesAcrossKeysPointAtTheNearestNode() {
    assertThat(mistakes("graph:\n  a: {layer: gru, size: 3, input: b}"))
        .containsExactly("user.yaml:2:35: graph.a.input: no node named 'b'");
    assertThat(mistakes("data:\n  train: a.csv\n"))
        .containsExactly("user.yaml:2:3: data.test: missing; 'train' needs it");
    assertThat(mistakes("data: {fractions: [0.1, 0.5]}"))
        .containsExactly("user.yaml:1:25: data.fractions[1]: a half is too much");
  }

  @Test
  void aRecordWithMistakesIsNotCheckedButOthersAre() {
    assertThat(mistakes("data: {train: a.csv, batch: x}\ngraph: {a: {vertex: add, input: b}}"))
        .containsExactly(
            "user.yaml:1:29: data.batch: expected a whole number at least 1, found 'x'",
            "user.yaml:2:33: graph.a.input: no node named 'b'");
  }

  @Test
  void allMistakesComeAtOnceInTheOrderOfTheirPlaces() {
    String user =
        """
        seeds: 7
        train:
          epochs: many
          updater: {adam: -1}
        graph:
          a: {layer: ltsm, input: tokens}
          b: {layer: lstm, size: 0, input: tokens}
        ui: {port: 70000}
        """;

    assertThat(mistakes(user, "train.epoch=3", "ui.every=0"))
        .containsExactly(
            "user.yaml:1:1: seeds: unknown key 'seeds'; did you mean 'seed'?",
            "user.yaml:3:11: train.epochs: expected a whole number from 1 to 100000, found 'many'",
            "user.yaml:4:19: train.updater.adam: expected a number above 0 and at most 10, found"
                + " '-1'",
            "user.yaml:6:14: graph.a.layer: unknown layer 'ltsm'; did you mean 'lstm'?",
            "user.yaml:7:26: graph.b.size: expected a whole number at least 1, found '0'",
            "user.yaml:8:12: ui.port: expected a whole number from 0 to 65535, found '70000'",
            "-s train.epoch=3: train.epoch: unknown key 'epoch'; did you mean 'epochs'?",
            "-s ui.every=0: ui.every: expected a whole number at least 1, found '0'");
  }

  @Test
  void tagsAreRefused() {
    assertThat(mistakes("seed: !!str 42"))
        .containsExactly("user.yaml:1:7: seed: the tag 'tag:yaml.org,2002:str' is not supported");
    assertThat(mistakes("train: !Mine {epochs: 3}"))
        .containsExactly("user.yaml:1:8: train: the tag '!Mine' is not supported");
  }

  @Test
  void aNewerFormatIsRefusedByName() {
    assertThat(mistakes("format: 2\nnovelty: 3\n"))
        .containsExactly(
            "user.yaml:1:9: format: this file has format 2; this Unroll reads up to format 1");
    assertThat(mistakes("format: 0"))
        .containsExactly("user.yaml:1:9: format: expected 1, found '0'");
    assertThat(mistakes("format: new")).hasSize(1);
  }

  @Test
  void theMessageShowsFiftyMistakes() {
    String user = "{" + "a%d: 1, ".repeat(60) + "}";
    Object[] numbers = IntStream.range(0, 60).boxed().toArray();
    try {
      Experiment.load(user.formatted(numbers));
      Assertions.fail("no mistake was found");
    } catch (ConfigException e) {
      assertThat(e.mistakes()).hasSize(60);
      assertThat(e.getMessage().lines()).hasSize(51).last().isEqualTo("and 10 more");
    }
  }
}
