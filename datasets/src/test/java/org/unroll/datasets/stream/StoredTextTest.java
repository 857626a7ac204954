package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredTextTest {
  private static final int CHUNK = 1 << 22;

  private static StoredText stored(String text) {
    StoredText.Builder builder = new StoredText.Builder();
    for (int from = 0; from < text.length(); from += 777_777) {
      char[] characters = text.toCharArray();
      builder.write(characters, from, Math.min(777_777, text.length() - from));
    }
    return builder.build();
  }

  /** Five chunks, of which the second is wide, and three lie in the file. */
  @Test
  void aLongTextIsThatWhichWasWritten() {
    Random random = new Random(1);
    char[] characters = new char[4 * CHUNK + 5];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = (char) random.nextInt(i >> 22 == 1 ? 0xD800 : 0x100);
    }
    String text = new String(characters);

    StoredText stored = stored(text);

    assertThat(stored.length()).isEqualTo(text.length());
    assertThat(stored.toString().equals(text)).isTrue();
    StoredText part = stored.subSequence(CHUNK - 2, 2 * CHUNK + 2).subSequence(1, CHUNK + 2);
    assertThat(part.toString().equals(text.substring(CHUNK - 1, 2 * CHUNK))).isTrue();
    assertThatThrownBy(() -> part.charAt(CHUNK + 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void whatFillsChunksToTheirEndIsWhole() {
    for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1}) {
      String text = "a".repeat(length);
      assertThat(stored(text).toString().equals(text)).isTrue();
    }
  }
}
