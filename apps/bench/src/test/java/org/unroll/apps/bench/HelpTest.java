package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.harness.Unroll;

/** What {@code --help} shows, and that no app takes an option of another. */
class HelpTest {
  private static final List<String> OF_SOME_APPS =
      List.of(
          "--model", "--n-best", "--detokenise", "--attention", "--html", "--segments", "--render");

  @ParameterizedTest
  @CsvSource({
    "sentiment, --model",
    "forecast, --model",
    "translate, --n-best --detokenise --attention",
    "caption, --n-best --attention --html",
    "video, --segments --render"
  })
  void anAppShowsItsOwnOptions(String app, String own) {
    String help = Unroll.run(app, "predict", "--help").out();
    List<String> shown = new ArrayList<>(OF_SOME_APPS);
    shown.removeIf(option -> !help.contains(option + "=") && !help.contains(option + " "));

    assertThat(shown).containsExactlyInAnyOrder(own.split(" "));
    assertThat(help).contains("--in=FILE", "--split=", "--keep=");
  }

  @Test
  void theOptionOfAnotherAppIsUnknown() {
    Unroll refused = Unroll.run("sentiment", "predict", "--render", "x.mp4", "fine");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("Unknown option").contains("--render");
  }
}
