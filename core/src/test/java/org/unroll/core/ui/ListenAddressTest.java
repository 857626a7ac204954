package org.unroll.core.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;

class ListenAddressTest {
  @Test
  void acceptsAddressesOfThisMachine() {
    assertThat(ListenAddress.of("127.0.0.1", 9000).url(9001)).hasToString("http://127.0.0.1:9001");
    assertThat(ListenAddress.of("localhost", 0).url(80)).hasToString("http://localhost:80");
    assertThat(ListenAddress.of("0.0.0.0", 0).url(9000)).hasToString("http://127.0.0.1:9000");
  }

  @Test
  void bracketsVersionSix() {
    assertThat(new ListenAddress("::1", 0).url(9000)).hasToString("http://[::1]:9000");
  }

  @Test
  void rejectsOthers() {
    for (String host : new String[] {"192.0.2.1", "no such host", ""}) {
      assertThatThrownBy(() -> ListenAddress.of(host, 9000))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("ui.host \"" + host + "\"")
          .hasMessageContaining("127.0.0.1");
    }
    assertThatThrownBy(() -> ListenAddress.of("127.0.0.1", 70_000))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("70000");
  }
}
