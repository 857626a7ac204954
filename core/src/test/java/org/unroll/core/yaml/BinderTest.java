package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.config.UiConfig;
import org.unroll.core.yaml.Experiment.Cell;
import org.unroll.core.yaml.Experiment.Common;
import org.unroll.core.yaml.Experiment.Direction;
import org.unroll.core.yaml.Experiment.Embedding;
import org.unroll.core.yaml.Experiment.Join;
import org.unroll.core.yaml.Experiment.Recurrent;

class BinderTest {
  enum Mode {
    OFF,
    ON_TOP
  }

  record Kinds(
      @Default("x") String text,
      @Default("0") int whole,
      @Default("0") long wide,
      @Default("0") double real,
      @Default("false") boolean flag,
      @Default("off") Mode mode,
      OptionalInt maybeWhole,
      OptionalLong maybeWide,
      OptionalDouble maybeReal,
      Optional<String> maybeText,
      Optional<List<Integer>> maybeList,
      @Default("[]") List<List<Integer>> nested,
      @Default("{}") Map<String, Double> weights) {}

  private static Kinds kinds(String text) {
    ConfigText file = new ConfigText("k.yaml", text);
    return new ConfigLoader<>(Kinds.class).load(file, List.of(), List.of()).config();
  }

  @Test
  void bindsRecordsVariantsInlineKeysAndDefaults() {
    Experiment bound = Experiment.load("").config();

    assertThat(bound.format()).isEqualTo(1);
    assertThat(bound.seed()).isEqualTo(42);
    assertThat(bound.train().updater().adam()).hasValue(0.001);
    assertThat(bound.train().schedule()).isEmpty();
    assertThat(bound.train().tbptt()).isEmpty();
    assertThat(bound.ui()).isEqualTo(new UiConfig(9000, "127.0.0.1", 10));
    assertThat(bound.data().fractions()).containsExactly(0.8, 0.1, 0.1);
    assertThat(bound.windows()).isEmpty();
    Common plain = new Common(0, OptionalDouble.empty());
    assertThat(bound.graph().nodes())
        .containsExactly(
            Map.entry(
                "embed",
                new Embedding(100, List.of("tokens"), new Common(0.3, OptionalDouble.empty()))),
            Map.entry(
                "encoder",
                new Recurrent(Cell.LSTM, 128, List.of("embed"), Direction.CONCAT, plain)),
            Map.entry("output", new Join("concat", List.of("encoder", "embed"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no", "on", "1_000", "017", "0x1F", "1:30", "2001-12-14", "1.0", "true", ".inf"})
  void aTextIsTakenAsWritten(String written) {
    assertThat(kinds("text: " + written).text()).isEqualTo(written);
    assertThat(kinds("text: '" + written + "'").text()).isEqualTo(written);
  }

  @Test
  void aQuotedNullIsAText() {
    assertThat(kinds("text: 'null'").text()).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1_000",
        "017",
        "0x1F",
        "1:30",
        "3.5",
        "3.0",
        "1e3",
        "'3'",
        "many",
        "2147483648",
        "",
        "[1]",
        "{a: 1}",
        "99999999999999999999"
      })
  void aWholeNumberIsPlainAndDecimal(String written) {
    assertThatThrownBy(() -> kinds("whole: " + written))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("k.yaml:1:")
        .hasMessageContaining("whole: expected a whole number, found ");
  }

  @ParameterizedTest
  @CsvSource({"3,3", "-3,-3", "+3,3", "0,0", "2147483647,2147483647"})
  void readsWholeNumbers(String written, int value) {
    assertThat(kinds("whole: " + written).whole()).isEqualTo(value);
    assertThat(kinds("maybe-whole: " + written).maybeWhole()).hasValue(value);
  }

  @Test
  void readsLongNumbers() {
    assertThat(kinds("wide: 9223372036854775807").wide()).isEqualTo(Long.MAX_VALUE);
    assertThat(kinds("maybe-wide: -9223372036854775808").maybeWide()).hasValue(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"3,3", "1e-3,0.001", "1E5,1e5", ".5,0.5", "-0.25,-0.25", "3.,3", "1.5e+2,150"})
  void readsNumbers(String written, double value) {
    assertThat(kinds("real: " + written).real()).isEqualTo(value);
    assertThat(kinds("maybe-real: " + written).maybeReal()).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {".nan", ".inf", "-.inf", "NaN", "Infinity", "1e999", "1_0.5", "'1'", "."})
  void refusesWhatIsNotAFiniteNumber(String written) {
    assertThatThrownBy(() -> kinds("real: " + written))
        .hasMessageContaining("k.yaml:1:7: real: expected a number, found ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "no", "on", "True", "TRUE", "'true'", "1", "y"})
  void aFlagIsTrueOrFalse(String written) {
    assertThatThrownBy(() -> kinds("flag: " + written))
        .hasMessageContaining("k.yaml:1:7: flag: expected true or false, found ");
    assertThat(kinds("flag: true").flag()).isTrue();
  }

  @Test
  void anEnumGoesByKebabCaseEvenWhereYamlSeesATruthValue() {
    assertThat(kinds("mode: off").mode()).isEqualTo(Mode.OFF);
    assertThat(kinds("mode: on-top").mode()).isEqualTo(Mode.ON_TOP);
    assertThatThrownBy(() -> kinds("mode: ON_TOP"))
        .hasMessage("k.yaml:1:7: mode: unknown value 'ON_TOP'; did you mean 'on-top'?");
    assertThatThrownBy(() -> kinds("mode: sideways"))
        .hasMessage("k.yaml:1:7: mode: unknown value 'sideways'; known: off, on-top");
  }

  @Test
  void aScalarIsAListOfOne() {
    assertThat(kinds("maybe-list: 3").maybeList()).contains(List.of(3));
    assertThat(kinds("maybe-list: [3, 4]").maybeList()).contains(List.of(3, 4));
    assertThat(kinds("nested: [[1, 2], 3, []]").nested())
        .containsExactly(List.of(1, 2), List.of(3), List.of());
    assertThatThrownBy(() -> kinds("maybe-list: {a: 1}"))
        .hasMessageContaining("expected a list, each item a whole number, found a map");
    assertThatThrownBy(() -> kinds("nested: [[1], [x, null]]"))
        .hasMessageContaining("k.yaml:1:16: nested[1][0]: expected a whole number, found 'x'")
        .hasMessageContaining("k.yaml:1:19: nested[1][1]: expected a whole number, found null");
  }

  @Test
  void aMapKeepsItsOrderAndChecksItsNames() {
    assertThat(kinds("weights: {b: 1, a: 2, c_d-3: 3}").weights())
        .containsExactly(Map.entry("b", 1.0), Map.entry("a", 2.0), Map.entry("c_d-3", 3.0));
    assertThatThrownBy(() -> kinds("weights: {_a: 1}"))
        .hasMessageContaining("k.yaml:1:11: weights._a: a name must start with a letter");
    assertThatThrownBy(() -> kinds("weights: [1]"))
        .hasMessageContaining("expected a map of names, each with a number, found a list");
  }

  @Test
  void whatIsBoundCannotBeChanged() {
    Kinds bound = kinds("{weights: {a: 1}, maybe-list: [1]}");

    assertThatThrownBy(() -> bound.weights().put("b", 2.0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> bound.maybeList().orElseThrow().add(2))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void rawYamlIsKeptAsText() {
    String user =
        """
        data:
          transform:
            - filter: {column: 1, no: on}
            - !Special {type: 'x'}
        """;

    RawYaml raw = Experiment.load(user).config().data().transform().orElseThrow();

    assertThat(raw.text())
        .isEqualTo(
            """
            - filter: {column: 1, no: on}
            - !Special {type: 'x'}
            """);
  }

  record Unsupported(Set<String> names) {}

  record WrongDefault(@Default("many") int count) {}

  record Twice(int size, @Inline Inner inner) {
    record Inner(int size) {}
  }

  @Test
  void aMistakeOfTheProgramIsNotTheUsers() {
    assertThatThrownBy(() -> new ConfigLoader<>(Unsupported.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Unsupported.names");
    assertThatThrownBy(() -> new ConfigLoader<>(Twice.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a key twice");
    ConfigText empty = new ConfigText("e.yaml", "{}");
    assertThatThrownBy(
            () -> new ConfigLoader<>(WrongDefault.class).load(empty, List.of(), List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("@Default does not fit");
  }
}
