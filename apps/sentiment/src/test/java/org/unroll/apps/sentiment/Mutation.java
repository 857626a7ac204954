package org.unroll.apps.sentiment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages a file as editors, spreadsheets and bad disks do. The same seed, the same damage. */
final class Mutation {
  private final Random random;
  private final List<byte[]> pieces;

  /**
   * @param pieces what is put in, beside bytes at random
   */
  Mutation(long seed, List<String> pieces) {
    this.random = new Random(seed);
    this.pieces = new ArrayList<>();
    for (String piece : pieces) {
      this.pieces.add(piece.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The content with one to four changes. */
  byte[] of(byte[] content) {
    byte[] mutant = content;
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutant = once(mutant);
    }
    return mutant;
  }

  private byte[] once(byte[] content) {
    int from = random.nextInt(content.length + 1);
    int to = Math.min(content.length, from + random.nextInt(1 + random.nextInt(40)));
    return switch (random.nextInt(12)) {
      case 0 -> Arrays.copyOf(content, from); // cut off
      case 1 -> join(content, from, new byte[0], to); // a gap
      case 2 -> join(content, to, new byte[0], from); // something twice
      case 3 -> join(content, from, new byte[] {(byte) random.nextInt(256)}, to);
      case 4, 5 -> swapLines(content);
      case 6 -> repeatLine(content);
      default -> join(content, from, pieces.get(random.nextInt(pieces.size())), to);
    };
  }

  private static byte[] join(byte[] content, int end, byte[] middle, int rest) {
    byte[] joined = new byte[end + middle.length + content.length - rest];
    System.arraycopy(content, 0, joined, 0, end);
    System.arraycopy(middle, 0, joined, end, middle.length);
    System.arraycopy(content, rest, joined, end + middle.length, content.length - rest);
    return joined;
  }

  private byte[] swapLines(byte[] content) {
    List<String> lines = lines(content);
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    String line = lines.get(one);
    lines.set(one, lines.get(other));
    lines.set(other, line);
    return bytes(lines);
  }

  private byte[] repeatLine(byte[] content) {
    List<String> lines = lines(content);
    String line = lines.get(random.nextInt(lines.size()));
    int times = random.nextInt(30);
    for (int i = 0; i < times; i++) {
      lines.add(random.nextInt(lines.size()), line);
    }
    return bytes(lines);
  }

  /** One byte, one character, so that nothing else changes. */
  private static List<String> lines(byte[] content) {
    return new ArrayList<>(
        List.of(new String(content, StandardCharsets.ISO_8859_1).split("\n", -1)));
  }

  private static byte[] bytes(List<String> lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }
}
