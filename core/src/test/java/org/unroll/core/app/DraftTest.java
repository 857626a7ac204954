package org.unroll.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;
import org.unroll.core.yaml.FlowYaml;

class DraftTest {
  @Test
  void whatIsWrittenIsReadBack() {
    List<String> columns = List.of("a: b", "#1", "2", "it's", "naïve\ttab", "");
    String yaml =
        new Draft()
            .set("data", "source", "my files/a, b.csv")
            .set("data", "header", columns, "a remark: # with\nsigns")
            .set("data", "past", List.of())
            .set("series", "past", List.of())
            .set("series", "format", Optional.empty())
            .ask("series", "which one?\nthis or that")
            .yaml("forecast", "drafted from\na.csv");

    assertThat(FlowYaml.parse(yaml))
        .isEqualTo(
            Map.of(
                "app", "forecast",
                "data", Map.of("source", "my files/a, b.csv", "header", columns, "past", List.of()),
                "series", Map.of("past", List.of())));
    assertThat(yaml).contains("# which one?\\nthis or that\nseries: {past: []}\n");
  }

  @Test
  void longSectionsHaveALineAKeyAndAreReadBack() {
    List<String> files = List.of("a".repeat(60), "b".repeat(60));
    String yaml = new Draft().set("data", "source", files).set("data", "n", 2).yaml("x", "y");
    assertThat(yaml).contains("data:\n  source: [").contains("\n  n: 2\n");
    assertThat(FlowYaml.parse(yaml))
        .isEqualTo(Map.of("app", "x", "data", Map.of("source", files, "n", 2)));
  }

  @Test
  void aQuestionAloneMakesNoSection() {
    String yaml = new Draft().ask("train", "few").yaml("x", "y");
    assertThat(yaml).endsWith("# few\n");
    assertThat(FlowYaml.parse(yaml)).isEqualTo(Map.of("app", "x"));
  }

  @Test
  void aLaterValueTakesThePlaceAndTheRemarkOfAnEarlierOne() {
    Draft draft = new Draft().set("data", "past", List.of("a"), "seen").set("data", "past", "b");
    assertThat(draft.yaml("x", "y")).endsWith("data: {past: b}\n");
    assertThat(draft.saw("a\nb").seen()).containsExactly("a\\nb");
  }

  @Test
  void hintsAreOneOrSeveralOrNumbers() {
    Hints hints = new Hints(Map.of("id", List.of("a", "b"), "folds", List.of("x")));
    assertThat(hints.all("id")).containsExactly("a", "b");
    assertThat(hints.one("label")).isEmpty();
    assertThatThrownBy(() -> hints.one("id")).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> hints.number("folds", 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--folds: expected a whole number from 2 on, found 'x'");
  }
}
