package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.yaml.Experiment.load;
import static org.unroll.core.yaml.Experiment.mistakes;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Files that are not the YAML of a configuration. */
class YamlReaderTest {

  @Test
  void anEmptyFileIsAMistake() {
    for (String empty : new String[] {" ", "\n\n", "# only a comment\n", "---\n"}) {
      assertThat(mistakes(empty))
          .containsExactly("user.yaml:1:1: the file is empty; expected keys such as 'seed: 42'");
    }
    assertThat(load("{}").config()).isEqualTo(load("").config());
  }

  @Test
  void theDocumentMustBeAMap() {
    assertThat(mistakes("- a\n- b\n"))
        .containsExactly("user.yaml:1:1: expected a map of keys and values, found a list");
    assertThat(mistakes("\nepochs\n"))
        .containsExactly("user.yaml:2:1: expected a map of keys and values, found 'epochs'");
  }

  @Test
  void brokenYamlIsOneLineWithItsPlace() {
    assertThat(mistakes("seed: 3\ntrain: {epochs: 3\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("user.yaml:3:1: not valid YAML: while parsing a flow mapping: ")
        .doesNotContain("\n");
    assertThat(mistakes("seed: 3\n  app: x\n").get(0))
        .startsWith("user.yaml:2:6: not valid YAML: ");
    assertThat(mistakes("app: @x").get(0)).startsWith("user.yaml:1:6: not valid YAML: ");
    assertThat(mistakes("app: *x").get(0)).contains("found undefined alias x");
  }

  @Test
  void tabsInTheIndentationAreNamed() {
    assertThat(mistakes("train:\n\tepochs: 3\n"))
        .containsExactly("user.yaml:2:1: a tab in the indentation; use spaces");
    assertThat(mistakes("seed: 3\napp:\tx\n")).containsExactly("user.yaml:2:5: a tab; use spaces");
  }

  @Test
  void severalDocumentsAreRefused() {
    assertThat(mistakes("seed: 3\n---\nseed: 4\n"))
        .containsExactly(
            "user.yaml:3:1: several YAML documents; expected one, so take out the '---' before"
                + " this");
  }

  @Test
  void aDuplicateKeyTellsBothPlaces() {
    assertThat(mistakes("train:\n  epochs: 3\n  epochs: 4\nseed: x"))
        .containsExactly(
            "user.yaml:3:3: train.epochs: duplicate key 'epochs', first given at user.yaml:2:3",
            "user.yaml:4:7: seed: expected a whole number, found 'x'");
  }

  @Test
  void keysAreWords() {
    assertThat(mistakes("[a]: 3\n"))
        .containsExactly("user.yaml:1:1: a key must be a single word, such as 'epochs'");
    assertThat(mistakes("{a: 1}: 3\n")).hasSize(1);
    assertThat(mistakes("? \n: 3\n")).hasSize(1);
    assertThat(mistakes("1: 3\n").get(0)).startsWith("user.yaml:1:1: 1: unknown key '1'");
    assertThat(mistakes("true: 3\n").get(0)).contains("unknown key 'true'");
    assertThat(mistakes("windows: {-1: {length: 3}}").get(0)).contains("must start with a letter");
  }

  @Test
  void mergeKeysAreRefused() {
    assertThat(mistakes("windows:\n  a: &a {length: 3}\n  b: {<<: *a}\n"))
        .containsExactly(
            "user.yaml:3:7: windows.b: merge keys '<<' are not supported; write the keys out");
  }

  @Test
  void plainAliasesAreCopied() {
    assertThat(load("windows: {a: &w {length: 3}, b: *w}").config().windows().values())
        .containsExactly(new Experiment.Window(3, 1), new Experiment.Window(3, 1));
  }

  @Test
  void aliasesMayNotHoldThemselves() {
    assertThat(mistakes("windows: &w {a: *w}"))
        .containsExactly("user.yaml:1:10: windows.a: an alias inside the value it stands for");
    assertThat(mistakes("&root\ndata: *root")).hasSize(1);
  }

  @Test
  void aBombIsRefusedAtOnce() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", alias, alias, alias, alias)));
    }

    assertThat(Assertions.assertTimeout(Duration.ofSeconds(10), () -> mistakes(bomb.toString())))
        .containsExactly("user.yaml:1:1: more than 10000 values, aliases counted each time");
  }

  @Test
  void depthIsLimited() {
    assertThat(mistakes("app: " + "[".repeat(49) + "]".repeat(49)).get(0))
        .contains("expected a text");
    assertThat(mistakes("app: " + "[".repeat(50) + "]".repeat(50)).get(0))
        .contains("nested deeper than 50 levels");
    for (String deep : new String[] {"[", "{a: ", "- ", "? "}) {
      assertThat(
              Assertions.assertTimeout(
                  Duration.ofSeconds(10), () -> mistakes(deep.repeat(100_000))))
          .hasSize(1);
    }
  }

  @Test
  void charactersThatYamlForbidsHaveAPlace() {
    assertThat(mistakes("seed: 3\napp: a\u0007b\n"))
        .containsExactly("user.yaml:2:7: the character U+0007 cannot stand in YAML");
  }

  @Test
  void whenOneFileIsUnreadableTheOthersAreCheckedOnTheirOwn() {
    ConfigText broken = new ConfigText("broken.yaml", "a: [");
    ConfigText wrong = new ConfigText("wrong.yaml", "seed: x");
    try {
      new ConfigLoader<>(Experiment.class).load(broken, List.of(wrong), List.of("seed"));
      Assertions.fail("no mistake was found");
    } catch (ConfigException e) {
      assertThat(e.mistakes()).hasSize(3);
      assertThat(e.mistakes().get(1))
          .isEqualTo("wrong.yaml:1:7: seed: expected a whole number, found 'x'");
    }
  }
}
