package org.unroll.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.tiny.TinyApp;
import org.unroll.core.yaml.Loaded;

class TrialConfigsTest {
  /** Names the type that the tiny app keeps to itself. */
  private static <C extends Record & RunConfig> TrialConfigs<C> of(App<C> app, String... over) {
    Loaded<C> base = AppConfig.load(app, List.of(), List.of());
    return new TrialConfigs<>(app, base, SearchSpace.parse(List.of(over)));
  }

  private static TrialConfigs<?> tiny(String... over) {
    return of(new TinyApp(), over);
  }

  @Test
  void keysOfNodesAreLaidOverTheConfig() {
    TrialConfigs<?> drawn =
        tiny("graph.encoder.size=2..9", "graph.encoder.layer=gru,lstm").drawn(1, 6);

    assertThat(drawn.configs()).hasSize(5);
    drawn
        .configs()
        .forEach(
            (values, config) -> {
              assertThat(config.tree().value("graph.encoder.size")).hasValue(values.get(0));
              assertThat(config.tree().value("graph.encoder.layer")).hasValue(values.get(1));
            });
    assertThat(drawn.valuesOfBase()).containsExactly("6", "lstm");
  }

  @Test
  void moreTrialsBeginWithThoseOfFewer() {
    List<List<String>> few =
        new ArrayList<>(tiny("examples=4..400").drawn(1, 5).configs().keySet());
    List<List<String>> many =
        new ArrayList<>(tiny("examples=4..400").drawn(1, 30).configs().keySet());

    assertThat(many).hasSize(29);
    assertThat(many.subList(0, 4)).isEqualTo(few);
  }

  @Test
  void equalConfigsAreTrainedOnce() {
    assertThat(tiny("examples=23..25").drawn(1, 50).configs().keySet())
        .as("24 is that of the config as it is")
        .containsExactlyInAnyOrder(List.of("23"), List.of("25"));
    assertThat(tiny("train.updater.adam=0.02,2e-2,0.1").grid().configs().keySet())
        .containsExactly(List.of("0.1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "graph.encodr.size=2,4      | unknown name 'encodr'; did you mean 'encoder'?",
        "graph.encoder.layer=gru,gro | did you mean 'gru'?",
        "graph.encoder.size=0..4    | graph.encoder.size",
        "train.epochs=2,many        | expected a whole number",
        "examples=1..8              | examples",
        "train.early-stop.metric=accuracy,log-loss | trials are ranked by this metric"
      })
  void whatTheConfigRefusesIsTold(String over, String message) {
    String key = over.substring(0, over.indexOf('='));
    assertThatThrownBy(() -> tiny(over))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--over " + key + "=")
        .hasMessageContaining(message);
  }

  @Test
  void mistakesOfAllKeysAreTold() {
    assertThatThrownBy(() -> tiny("graph.encodr.size=2,4", "examples=1,8"))
        .hasMessageContainingAll("--over graph.encodr.size=2: ", "--over examples=1: ");
  }

  @Test
  void drawsThatDoNotFitAreLeftOut() {
    TrialConfigs<?> drawn =
        tiny("graph.encoder.layer=gru,lstm", "graph.encoder.forget-bias=0.5,2").grid();

    assertThat(drawn.configs().keySet())
        .containsExactly(List.of("lstm", "0.5"), List.of("lstm", "2"));
    assertThat(drawn.leftOut())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("graph.encoder.layer=gru, graph.encoder.forget-bias=0.5: ")
        .contains("forget-bias");
  }

  @Test
  void aSpaceOfTheConfigAloneIsNoSearch() {
    assertThatThrownBy(() -> tiny("train.updater.adam=0.02,2e-2").grid())
        .hasMessage("nothing to search: every value is that of the config already");
  }
}
