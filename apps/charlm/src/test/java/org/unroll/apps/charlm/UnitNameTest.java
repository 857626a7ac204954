package org.unroll.apps.charlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.UserError;

class UnitNameTest {
  private static final Map<String, Integer> LAYERS = Map.of("cells", 8);

  @Test
  void isANodeAndANumber() {
    assertThat(UnitName.of("cells:7", LAYERS)).isEqualTo(new UnitName("cells", 7));
    assertThat(UnitName.of("a:b:0", Map.of("a:b", 1))).isEqualTo(new UnitName("a:b", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cells", "cells:", ":1", "cells:8", "cell:1", "cells:-1", "cells:٣"})
  void othersAreRefused(String name) {
    assertThatThrownBy(() -> UnitName.of(name, LAYERS))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("units: no unit '" + name + "'");
    assertThatThrownBy(() -> UnitName.of(name, Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no recurrent layer");
  }
}
