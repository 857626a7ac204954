package org.unroll.core.graph.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The names that saved graphs hold. */
class PartTest {
  @Test
  void isNamedAfterItsNode() {
    assertThat(Part.FORWARD_MEMORY.of("end")).isEqualTo("end-forward-memory");
    assertThat(Part.FLAT.of("linear", 2)).isEqualTo("linear-flat-2");
  }

  @Test
  void tellsItsNode() {
    assertThat(Part.REVERSED.node("two-way-reversed")).contains("two-way");
    assertThat(Part.REVERSED.node("reversed")).isEmpty();
    assertThat(Part.MEMORY.node("end-hidden")).isEmpty();
  }

  @Test
  void aNodeNeedsTheNamesOfItsPartsAndNoOthers() {
    assertThat(Part.isOf("end", "end-forward-memory")).isTrue();
    assertThat(Part.isOf("linear", "linear-flat-2")).isTrue();
    assertThat(Part.isOf("end", "end-forward-hidden")).isFalse();
    assertThat(Part.isOf("end", "end-2")).isFalse();
    assertThat(Part.isOf("en", "end-hidden")).isFalse();
  }
}
