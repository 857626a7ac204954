package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.UserError;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.cli.ComparedRow.Origin;
import org.unroll.core.config.CompareConfig;
import org.unroll.core.tiny.TinyApp;
import org.unroll.core.yaml.ConfigText;

class ComparedRowTest {
  private static final Path PLAIN = Path.of("configs/plain.yaml");

  @Test
  void eachFileIsARowOfItsName() {
    assertThat(ComparedRow.of(List.of(PLAIN, Path.of("other set.yml")), List.of(), List.of("a=1")))
        .containsExactly(
            new ComparedRow("plain", Optional.of(PLAIN), List.of("a=1"), Origin.FILE),
            new ComparedRow(
                "other-set", Optional.of(Path.of("other set.yml")), List.of("a=1"), Origin.FILE));
  }

  @Test
  void variantsAreLaidOverTheOneConfigAfterTheSettingsOfAllRows() {
    assertThat(ComparedRow.of(List.of(PLAIN), List.of("big:b=2,c=[1, 2]"), List.of("b=1")))
        .containsExactly(
            new ComparedRow("plain", Optional.of(PLAIN), List.of("b=1"), Origin.FILE),
            new ComparedRow(
                "big", Optional.of(PLAIN), List.of("b=1", "b=2", "c=[1, 2]"), Origin.VARIANT));
  }

  @Test
  void withoutAFileVariantsAreOfTheDefaults() {
    assertThat(
            ComparedRow.of(List.of(), List.of("odd:a='x, y',b={k: {l: 1, m: \",\"}}"), List.of()))
        .containsExactly(
            new ComparedRow("default", Optional.empty(), List.of(), Origin.FILE),
            new ComparedRow(
                "odd",
                Optional.empty(),
                List.of("a='x, y'", "b={k: {l: 1, m: \",\"}}"),
                Origin.VARIANT));
  }

  private static CompareConfig section(String yaml) {
    ConfigText file = new ConfigText("cells.yaml", "compare: " + yaml);
    RunConfig config = AppConfig.load(new TinyApp(), List.of(file), List.of()).config();
    return config.compare().orElseThrow();
  }

  @Test
  void theRowsOfASectionAreLaidOverItsFileOnceForEachColumn() {
    CompareConfig section =
        section(
            """
            {rows: {sgd: "train.updater={sgd: 0.1}", adam: []},
            columns: {1: train.epochs=1, 20: [train.epochs=20]}}
            """);
    ComparedRow holder = ComparedRow.of(List.of(PLAIN), List.of(), List.of("seed=1")).get(0);

    assertThat(holder.within(section))
        .extracting(ComparedRow::name)
        .containsExactly("sgd-1", "sgd-20", "adam-1", "adam-20");
    assertThat(holder.within(section).get(1).settings())
        .containsExactly("seed=1", "train.updater={sgd: 0.1}", "train.epochs=20", "compare=null");
  }

  @Test
  void aSectionOfOneRowIsRefused() {
    ComparedRow holder = ComparedRow.of(List.of(), List.of(), List.of()).get(0);

    assertThatThrownBy(() -> holder.within(section("{rows: {alone: []}}")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("expected two rows or more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1", ":a=1", "small", "small:", "small:a", "../x:a=1", "small:a=1,b"})
  void anIncompleteVariantIsRefused(String variant) {
    assertThatThrownBy(() -> ComparedRow.of(List.of(PLAIN), List.of(variant), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("-v " + variant + ": expected name:key=value");
  }

  @Test
  void rowsThatCannotBeComparedAreRefused() {
    refused("-v varies one config", List.of(PLAIN, Path.of("b.yaml")), List.of("x:a=1"));
    refused("two rows are called 'plain'", List.of(PLAIN, Path.of("plain.yaml")), List.of());
    refused("a comparison has a file 'lock'", List.of(PLAIN), List.of("lock:a=1"));
    refused("two rows are called 'x'", List.of(PLAIN), List.of("x:a=1", "x:a=2"));
  }

  private static void refused(String message, List<Path> files, List<String> variants) {
    assertThatThrownBy(() -> ComparedRow.of(files, variants, List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }
}
