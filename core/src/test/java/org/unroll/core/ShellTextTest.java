package org.unroll.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellTextTest {
  @Test
  void whatAShellWouldTakeApartIsQuoted() {
    assertThat(ShellText.word("runs/tiny/20260101-1_a.b")).isEqualTo("runs/tiny/20260101-1_a.b");
    assertThat(ShellText.word("runs/ctrl c é")).isEqualTo("'runs/ctrl c é'");
    assertThat(ShellText.word("it's")).isEqualTo("'it'\\''s'");
  }
}
