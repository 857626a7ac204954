package org.unroll.datasets.text;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Embedding;

/**
 * The words a model knows, numbered: {@value #PADDING} is padding, {@value #UNKNOWN} stands for
 * every unknown word, the rest follow by falling count, then by text. Immutable and thread-safe.
 */
public final class Vocabulary {
  /** Number of the padding. No word of a text ever gets it. */
  public static final int PADDING = 0;

  /** Number of every unknown word. */
  public static final int UNKNOWN = Embedding.UNKNOWN;

  private static final List<String> RESERVED = List.of("<pad>", "<unk>");

  private final List<String> words;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
    for (int number = RESERVED.size(); number < words.size(); number++) {
      numbers.put(words.get(number), number);
    }
  }

  /**
   * Counts the words of the training texts.
   *
   * @param texts tokenised texts of the training split only
   * @param minCount rarer words are unknown
   * @param maxSize largest {@link #size()}, the two reserved words included
   */
  public static Vocabulary fit(Iterable<List<String>> texts, int minCount, OptionalInt maxSize) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<String> text : texts) {
      text.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return fit(counts, minCount, maxSize);
  }

  /**
   * The same of what was counted.
   *
   * @param counts a word to how often it stands in the texts; those that are left out are removed
   */
  static Vocabulary fit(Map<String, Integer> counts, int minCount, OptionalInt maxSize) {
    RESERVED.forEach(counts::remove); // a text that holds "<pad>" must not be masked
    counts.values().removeIf(count -> count < minCount);
    List<String> words = new ArrayList<>(counts.keySet());
    words.sort(Comparator.<String>comparingInt(word -> -counts.get(word)).thenComparing(w -> w));
    words.addAll(0, RESERVED);
    int size = Math.min(words.size(), maxSize.orElse(Integer.MAX_VALUE));
    return new Vocabulary(words.subList(0, Math.max(RESERVED.size(), size)));
  }

  /** Words, the two reserved ones included. */
  public int size() {
    return words.size();
  }

  /** The word with this number. */
  public String word(int number) {
    return words.get(number);
  }

  /** All words in the order of their numbers. */
  public List<String> words() {
    return words;
  }

  /** The number of a word, {@value #UNKNOWN} if it is not known. */
  public int number(String word) {
    return numbers.getOrDefault(word, UNKNOWN);
  }

  /** The numbers of a tokenised text, one a word. */
  public int[] numbers(List<String> text) {
    int[] encoded = new int[text.size()];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = number(text.get(i));
    }
    return encoded;
  }

  /** Writes a JSON list of the words in the order of their numbers. */
  public void save(Path file) throws IOException {
    // a word may hold half of a surrogate pair, for which UTF-8 has no bytes
    Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValue(file.toFile(), words);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws UserError if the file is no vocabulary
   */
  public static Vocabulary load(Path file) throws IOException {
    List<String> words = Json.MAPPER.readValue(file.toFile(), new TypeReference<>() {});
    return of(words, file);
  }

  /**
   * Of words in the order of their numbers, the reserved ones first.
   *
   * @param source where they are from
   * @throws UserError if they are no vocabulary
   */
  public static Vocabulary of(List<String> words, Path source) {
    if (words.size() < RESERVED.size() || !words.subList(0, RESERVED.size()).equals(RESERVED)) {
      throw new UserError(source + ": not a vocabulary: its first words must be <pad> and <unk>");
    }
    Vocabulary vocabulary = new Vocabulary(words);
    if (vocabulary.numbers.size() + RESERVED.size() < words.size()) {
      throw new UserError(source + ": not a vocabulary: a word stands in it twice");
    }
    return vocabulary;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary vocabulary && words.equals(vocabulary.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }
}
