package org.unroll.datasets.text;

import java.nio.charset.StandardCharsets;

/**
 * A printable character for each byte, so that pieces of UTF-8 that are no whole character can be
 * written and read as text: printable ASCII and Latin-1 stand for themselves, the other bytes are
 * characters from U+0100 on, a space is Ġ (the notation of GPT-2, Radford et al. 2019).
 */
final class ByteSymbols {
  private static final char[] SYMBOLS = symbols();
  private static final int[] BYTES = bytes();

  private ByteSymbols() {}

  private static char[] symbols() {
    char[] symbols = new char[256];
    char next = 256;
    for (int b = 0; b < symbols.length; b++) {
      boolean printable = b > ' ' && b < 127 || b > 160 && b != 173;
      symbols[b] = printable ? (char) b : next++;
    }
    return symbols;
  }

  private static int[] bytes() {
    int[] bytes = new int[512];
    for (int b = 0; b < SYMBOLS.length; b++) {
      bytes[SYMBOLS[b]] = b;
    }
    return bytes;
  }

  /** All of them. */
  static String all() {
    return new String(SYMBOLS);
  }

  /** A symbol for each byte of the text's UTF-8. */
  static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    char[] symbols = new char[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      symbols[i] = SYMBOLS[bytes[i] & 0xFF];
    }
    return new String(symbols);
  }

  /** The text again; bytes that are no UTF-8, as a net may write them, become U+FFFD. */
  static String text(String symbols) {
    return new String(bytes(symbols), StandardCharsets.UTF_8);
  }

  /** The bytes that they stand for. */
  static byte[] bytes(String symbols) {
    byte[] bytes = new byte[symbols.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) BYTES[symbols.charAt(i)];
    }
    return bytes;
  }
}
