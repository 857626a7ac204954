package org.unroll.apps.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

  /** For each picture the numbers of the words that its captions hold. */
  int[][] of(List<List<String>> captions, TextCutter cutter) {
    int[][] sets = new int[captions.size()][];
    for (int picture = 0; picture < sets.length; picture++) {
      Set<String> held = words(captions.get(picture), cutter);
      sets[picture] =
          IntStream.range(0, words.size()).filter(word -> held.contains(words.get(word))).toArray();
    }
    return sets;
  }

  void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
  }

  static WordLabels load(Path folder) {
    return Json.read(folder.resolve(FILE), WordLabels.class);
  }
}
