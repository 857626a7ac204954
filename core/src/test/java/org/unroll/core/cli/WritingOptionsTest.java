package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;
import picocli.CommandLine;

class WritingOptionsTest {
  private static WritingOptions parsed(String... arguments) {
    return CommandLine.populateCommand(new WritingOptions(), arguments);
  }

  @Test
  void standForKeysOfTheConfig() {
    assertThat(parsed().settings()).isEmpty();
    assertThat(
            parsed("--length=9", "--temperature=2", "--top-k=3", "--top-p=0.5", "--seed=7")
                .settings())
        .containsExactly(
            "decode.length=9",
            "decode.temperature=2",
            "decode.top-k=3",
            "decode.top-p=0.5",
            "seed=7");
  }

  /** Whatever the config draws from; what is asked for beside it is refused by the config. */
  @Test
  void aBeamDrawsNothing() {
    List<String> settings = parsed("--beam", "4").settings();
    assertThat(settings)
        .containsExactlyInAnyOrder(
            "decode.temperature=null", "decode.top-k=null", "decode.top-p=null", "decode.beam=4");
    assertThat(parsed("--beam", "4", "--top-k", "2").settings())
        .containsSubsequence("decode.top-k=null", "decode.top-k=2");
  }

  @Test
  void repeatEachInput() {
    assertThat(parsed("--samples", "2").repeated(List.of("a", "b")))
        .containsExactly("a", "a", "b", "b");
    assertThat(parsed().repeated(List.of("a"))).containsExactly("a");
    assertThatThrownBy(() -> parsed("--samples", "0").repeated(List.of("a")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--samples 0: expected 1 or more");
  }
}
