package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  /** A notebook's page is white: what is put into it would be light on light. */
  @Test
  void whatStandsInPagesOfOthersStaysLight() {
    assertThat(Figures.pageStyle()).contains("prefers-color-scheme: dark");
    assertThat(Figures.alone("<p></p>"))
        .doesNotContain("prefers-color-scheme")
        .contains(".below10");
    assertThat(Page.end(Page.begin("t", "")))
        .doesNotContain("prefers-color-scheme")
        .contains("@media print", ".below10");
  }

  @Test
  void onPaperWhatIsFoldedIsOpen() {
    assertThat(Figures.pageStyle())
        .contains("details::details-content { content-visibility: visible");
  }
}
