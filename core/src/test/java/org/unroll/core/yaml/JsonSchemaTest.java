package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTest {
  private static JsonNode written;
  private static com.networknt.schema.JsonSchema schema;

  @BeforeAll
  static void makeTheSchema() throws JsonProcessingException {
    written = new ObjectMapper().readTree(JsonSchema.of(Experiment.class));
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(written);
  }

  private static boolean editorAccepts(String yaml) {
    Mistakes mistakes = new Mistakes();
    ConfigNode root =
        new YamlReader(mistakes).readFile(new ConfigText("a.yaml", yaml), 0).orElseThrow();
    return schema.validate(ScalarSchema.json(root)).isEmpty();
  }

  private static boolean loaderAccepts(String yaml) {
    try {
      Experiment.load(yaml);
      return true;
    } catch (ConfigException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{format: 1}",
        "train: {epochs: 3, clip-norm: null, tbptt: 5}",
        "train: {updater: {sgd: 1}}",
        "train: {schedule: {kind: cosine, factor: 0}}",
        "ui: null",
        "app: 3",
        "app: no",
        "data: {fractions: 0.3, transform: {any: [1, {x: null}]}}",
        "data: {fractions: [0.3, 1], bucket: false}",
        "data: {train: a, test: b, note: null}",
        "graph: {a: {layer: lstm, size: 3, input: tokens}}",
        "graph: {a: {layer: gru, size: 3, input: [tokens], bidirectional: false, dropout: 0.5}}",
        "graph: {a: {layer: rnn, size: 3, input: tokens, bidirectional: add-up}}",
        "graph: {a: {vertex: add, input: [tokens, tokens]}}",
        "windows: {w: {length: 3}, v: null}",
        "scaling: {by: constant, factor: 0.5}",
        "scaling: {fitted: mean, by: null}",
        "scaling: null"
      })
  void acceptsWhatTheLoaderAccepts(String yaml) {
    assertThat(loaderAccepts(yaml)).as("loader").isTrue();
    assertThat(editorAccepts(yaml)).as("schema").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{format: 2}",
        "{epochs: 3}",
        "seed: x",
        "seed: '3'",
        "app: [a]",
        "train: {epochs: 0}",
        "train: {epochs: 3.5}",
        "train: {epoch: 3}",
        "train: {clip-norm: 0}",
        "train: 3",
        "train: {updater: {sgd: 1, adam: 1}}",
        "train: {schedule: {kind: stepp}}",
        "ui: {port: 70000}",
        "data: {fractions: [0.3, 1.5]}",
        "data: {fractions: 1.5}",
        "data: {bucket: 'true'}",
        "data: {source: a, train: b, test: c}",
        "graph: {a: {layer: ltsm, size: 3, input: tokens}}",
        "graph: {a: {layer: lstm, input: tokens}}",
        "graph: {a: {layer: lstm, size: 3, input: tokens, dropout: 1}}",
        "graph: {a: {layer: lstm, size: 3, input: tokens, bidirectional: both}}",
        "graph: {a: {layer: lstm, size: null, input: tokens}}",
        "graph: {a: {vertex: add, input: tokens, size: 3}}",
        "graph: {a: {vertex: add, layer: lstm, size: 3, input: tokens}}",
        "graph: {a: {input: tokens}}",
        "graph: {a: null}",
        "graph: {_a: {vertex: add, input: tokens}}",
        "graph: [a]",
        "windows: {w: {size: 3}}",
        "scaling: {by: constant, fitted: mean, factor: 1}",
        "scaling: {by: constant, robust: true}",
        "scaling: {factr: null}"
      })
  void refusesWhatTheLoaderRefuses(String yaml) {
    assertThat(loaderAccepts(yaml)).as("loader").isFalse();
    assertThat(editorAccepts(yaml)).as("schema").isFalse();
  }

  @Test
  void theDefaultsOfTheAppFit() {
    assertThat(editorAccepts(Experiment.DEFAULTS.text())).isTrue();
    assertThat(editorAccepts(Experiment.load("").tree().toYaml())).isTrue();
  }

  @Test
  void tellsWhatAKeyMeansAndItsDefault() {
    assertThat(written.at("/properties/app/description").asText())
        .isEqualTo("The app that reads it.");
    assertThat(written.at("/properties/seed/default").asLong()).isEqualTo(42);
    assertThat(written.at("/$defs/UiConfig-delta/properties/host/default").asText())
        .isEqualTo("127.0.0.1");
    assertThat(written.at("/$defs/UiConfig-delta/description").asText())
        .isEqualTo("The training page in the browser.");
    assertThat(written.at("/$defs/Recurrent/required").toString())
        .isEqualTo("[\"size\",\"input\"]");
    assertThat(written.has("required")).isFalse();
  }
}
