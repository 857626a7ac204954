package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTest {
  @Test
  void countsAreGrouped() {
    assertThat(Readable.count(123456)).isEqualTo("123,456");
  }

  @Test
  void durationsHaveTheUnitThatFits() {
    assertThat(Readable.duration(9.53)).isEqualTo("9.5 s");
    assertThat(Readable.duration(59.97)).isEqualTo("1 min 0 s");
    assertThat(Readable.duration(81.2)).isEqualTo("1 min 21 s");
    assertThat(Readable.duration(3599.7)).isEqualTo("1 h 00 min");
    assertThat(Readable.duration(7500)).isEqualTo("2 h 05 min");
  }

  @Test
  void markupIsEscaped() {
    assertThat(Html.escape("a<b> & \"c\" 'd'"))
        .isEqualTo("a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  }
}
