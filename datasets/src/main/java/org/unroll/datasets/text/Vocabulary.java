package org.unroll.datasets.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.unroll.core.UserError;

/**
 * The words a model knows, numbered: {@value #PADDING} is padding, {@value #UNKNOWN} stands for
 * every unknown word, the rest follow by falling count, then by text. Immutable and thread-safe.
 */
public final class Vocabulary {
  /** Number of the padding. No word of a text ever gets it. */
  public static final int PADDING = 0;

  /** Number of every unknown word. */
  public static final int UNKNOWN = 1;

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
      for (String word : text) {
        counts.merge(word, 1, Integer::sum);
      }
    }
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

  /**
   * Writes a UTF-8 file, a word a line, line n (from 0) being word n. A backslash, a line break and
   * what is no character (half of a surrogate pair) are escaped as in Java.
   */
  public void save(Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String word : words) {
      lines.append(WordEscapes.escape(word)).append('\n');
    }
    Files.writeString(file, lines, StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws UserError if the file is no vocabulary
   */
  public static Vocabulary load(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    List<String> words = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      String word = WordEscapes.unescape(text.substring(from, end));
      if (!seen.add(word)) {
        throw new UserError(
            file + ":" + (words.size() + 1) + ": the word \"" + word + "\" stands here twice");
      }
      words.add(word);
      from = end + 1;
    }
    if (from != text.length() || words.size() < 2 || !words.subList(0, 2).equals(RESERVED)) {
      throw new UserError(
          file
              + ":1: not a vocabulary: its first lines must be <pad> and <unk>, its last complete");
    }
    return new Vocabulary(words);
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
