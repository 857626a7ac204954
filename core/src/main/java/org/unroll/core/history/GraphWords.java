package org.unroll.core.history;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.yaml.PlainConfig;

/** A graph in few words: its layers in their order, a row of equal ones once. */
final class GraphWords {
  private GraphWords() {}

  /** Such as {@code embedding, 2 × lstm 128, softmax}; empty without layers. */
  static String of(PlainConfig config) {
    List<String> words = new ArrayList<>();
    List<Integer> times = new ArrayList<>();
    for (PlainConfig node : config.sections("graph").values()) {
      String word = word(node);
      int last = words.size() - 1;
      if (last >= 0 && words.get(last).equals(word)) {
        times.set(last, times.get(last) + 1);
      } else if (!word.isEmpty()) {
        words.add(word);
        times.add(1);
      }
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      parts.add(times.get(i) == 1 ? words.get(i) : times.get(i) + " × " + words.get(i));
    }
    return String.join(", ", parts);
  }

  /** Empty for a vertex. The size of an embedding says little of a net. */
  private static String word(PlainConfig node) {
    String kind = node.text("layer").orElse("");
    String directions = node.text("bidirectional").orElse("false");
    String size =
        kind.equals("embedding") ? "" : node.text("size").or(() -> node.text("filters")).orElse("");
    String both = directions.equals("false") || kind.isEmpty() ? "" : "bidirectional ";
    return (both + kind + " " + size).strip();
  }
}
