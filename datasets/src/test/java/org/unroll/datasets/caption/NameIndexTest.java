package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.datasets.table.BadCell;

class NameIndexTest {
  private final NameIndex index =
      new NameIndex(List.of("a/1.jpg", "b/1.jpg", "a/2.jpg", "3", "4.png", "4.jpg"));

  @ParameterizedTest
  @CsvSource({
    "a/1.jpg, a/1.jpg",
    "./a/1.jpg, a/1.jpg",
    "D:\\set\\b\\1.jpg, b/1.jpg",
    "2.jpg, a/2.jpg",
    "2, a/2.jpg",
    "b/1, b/1.jpg",
    "other/2.jpg, a/2.jpg",
    "x/3.jpg, 3",
    "4.png, 4.png"
  })
  void namesAreFoundWithoutFolderOrEnding(String wanted, String found) {
    assertThat(index.find(wanted)).contains(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.jpg", "2.png", "2.jpg.1", "", "jpg"})
  void othersAreNot(String wanted) {
    assertThat(index.find(wanted)).isEmpty();
  }

  @Test
  void nothingIsGuessed() {
    assertThatThrownBy(() -> index.find("1.jpg")).isInstanceOf(BadCell.class);
    assertThatThrownBy(() -> index.find("c/1.jpg")).isInstanceOf(BadCell.class);
    assertThatThrownBy(() -> index.find("4")).isInstanceOf(BadCell.class);
  }
}
