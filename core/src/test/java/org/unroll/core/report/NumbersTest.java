package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void metricsHaveAboutFourDigits() {
    assertThat(Numbers.metric(0.84231)).isEqualTo("0.8423");
    assertThat(Numbers.metric(37.254)).isEqualTo("37.25");
    assertThat(Numbers.metric(-12345.6)).isEqualTo("-12,346");
    assertThat(Numbers.count(123456)).isEqualTo("123,456");
  }

  @Test
  void durationsHaveTheUnitThatFits() {
    assertThat(Numbers.duration(9.53)).isEqualTo("9.5 s");
    assertThat(Numbers.duration(59.97)).isEqualTo("1 min 0 s");
    assertThat(Numbers.duration(81.2)).isEqualTo("1 min 21 s");
    assertThat(Numbers.duration(3599.7)).isEqualTo("1 h 00 min");
    assertThat(Numbers.duration(7500)).isEqualTo("2 h 05 min");
  }

  @Test
  void markupIsEscaped() {
    assertThat(Html.escape("a<b> & \"c\" 'd'"))
        .isEqualTo("a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  }
}
