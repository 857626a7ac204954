package org.unroll.datasets.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;

class ClipConfigTest {
  @Test
  void aStepIsHalfAClipUnlessItIsGiven() {
    assertThat(Numbered.clip("{length: 9}").stride()).isEqualTo(4);
    assertThat(Numbered.clip("{length: 1}").stride()).isEqualTo(1);
    assertThat(Numbered.clip("{length: 9, step: 20}").stride()).isEqualTo(20);
  }

  @Test
  void aWindowIsAsLongAsMemoryAllowsAndLongerThanItsMargins() {
    ClipConfig config = Numbered.clip("{margin: 10}");
    assertThat(config.windowOf(1)).isEqualTo(20_000);
    assertThat(config.windowOf(1 << 20)).isEqualTo(21);
    assertThat(config.windowOf(Integer.MAX_VALUE)).isEqualTo(21);
    assertThat(config.windowOf(1 << 12)).isEqualTo(1 << 10);
    assertThat(Numbered.clip("{margin: 10, window: 50}").windowOf(1 << 20)).isEqualTo(50);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> Numbered.clip("{step: 3}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("clip.step");
    assertThatThrownBy(() -> Numbered.clip("{window: 20, margin: 10}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("clip.window")
        .hasMessageContaining("20 frames");
    assertThat(Numbered.clip("{window: 21, margin: 10}").windowOf(1)).isEqualTo(21);
  }
}
