package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigTreeTest {

  @Test
  void printsTheResolvedConfigurationInTheOrderOfTheDefaults() {
    String user =
        """
        windows: {no: {length: 3}}
        seed: 7
        train: {schedule: {kind: step}, updater: {sgd: 1e-3}}
        data: {note: "a: b", source: no}
        """;

    assertThat(Experiment.load(user, "graph.encoder.size=64").tree().toYaml())
        .isEqualTo(
            """
            format: 1
            app: sentiment
            data: {source: no, batch: 64, note: "a: b"}
            graph:
              embed: {layer: embedding, size: 100, input: tokens, dropout: 0.3}
              encoder: {layer: lstm, size: 64, bidirectional: true, input: embed}
              output: {vertex: concat, input: [encoder, embed]}
            train:
              epochs: 12
              updater: {sgd: 1e-3}
              clip-norm: 5
              early-stop: {metric: accuracy, patience: 3}
              schedule: {kind: step}
            ui: {port: 9000}
            seed: 7
            windows:
              no: {length: 3}
            """);
  }

  @Test
  void readsBackTheSame() {
    String user =
        """
        app: "tab\\t, 'quotes' and: colon # no comment"
        data:
          note: |
            two
              lines
          transform:
            - {a: 1}
            - "007"
            - {long: [%s], deep: {er: {than: [this]}}}
            - []
            - {}
        """
            .formatted("some words, ".repeat(20));
    Loaded<Experiment> loaded = Experiment.load(user);
    String yaml = loaded.tree().toYaml();

    Loaded<Experiment> again =
        new ConfigLoader<>(Experiment.class)
            .load(new ConfigText("config.yaml", yaml), List.of(), List.of());

    assertThat(again.config()).isEqualTo(loaded.config());
    assertThat(again.tree().toYaml()).isEqualTo(yaml);
    assertThat(again.config().data().note()).isEqualTo("two\n  lines\n");
  }

  @Test
  void reportsLaterProblemsAtTheirPlaces() {
    ConfigTree tree = Experiment.load("train:\n  epochs: 3\n").tree();
    Problems problems = new Problems();
    assertThatCode(() -> tree.throwIfAny(problems)).doesNotThrowAnyException();

    problems.add("train.epochs", "too few for this data");
    problems.add("graph.output.input[1]", "does not fit");
    problems.add("", "as a whole");

    assertThatThrownBy(() -> tree.throwIfAny(problems))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            """
            defaults.yaml:7:46: graph.output.input[1]: does not fit
            user.yaml:1:1: as a whole
            user.yaml:2:11: train.epochs: too few for this data""");
  }
}
