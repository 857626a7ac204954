package org.unroll.apps.caption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.Json;
import org.unroll.datasets.text.TextCutter;

/**
 * The words that an encoder is to find in pictures: those in the captions of the most training
 * pictures. Immutable, saved as JSON.
 */
record WordLabels(List<String> words) {
  private static final String FILE = "encoder-words.json";

  /**
   * @param captions of each training picture
   * @param most words that are kept
   */
  static WordLabels fit(List<List<String>> captions, TextCutter cutter, int most) {
    Map<String, Integer> pictures = new HashMap<>();
    for (List<String> each : captions) {
      words(each, cutter).forEach(word -> pictures.merge(word, 1, Integer::sum));
    }
    List<String> words = new ArrayList<>(pictures.keySet());
    words.sort(
        Comparator.<String>comparingInt(word -> -pictures.get(word)).thenComparing(word -> word));
    return new WordLabels(List.copyOf(words.subList(0, Math.min(most, words.size()))));
  }

  private static Set<String> words(List<String> captions, TextCutter cutter) {
    Set<String> words = new HashSet<>();
    captions.forEach(caption -> words.addAll(cutter.cut(caption)));
    return words;
  }

  /** For each picture which words its captions hold. */
  boolean[][] of(List<List<String>> captions, TextCutter cutter) {
    boolean[][] labels = new boolean[captions.size()][words.size()];
    for (int picture = 0; picture < labels.length; picture++) {
      Set<String> held = words(captions.get(picture), cutter);
      for (int word = 0; word < words.size(); word++) {
        labels[picture][word] = held.contains(words.get(word));
      }
    }
    return labels;
  }

  void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
  }

  static WordLabels load(Path folder) {
    try {
      return Json.MAPPER.readValue(folder.resolve(FILE).toFile(), WordLabels.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
