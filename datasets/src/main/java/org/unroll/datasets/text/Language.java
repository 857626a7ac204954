package org.unroll.datasets.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;
import org.unroll.core.decode.Boundaries;

/**
 * One side of a translation as numbers: how its sentences are cut, and its vocabulary, in which
 * {@code <s>} and {@code </s>} stand for the start and the end of a sentence. Immutable and
 * thread-safe.
 */
public record Language(TextCutter cutter, Vocabulary vocabulary) {
  private static final String START = "<s>";
  private static final String END = "</s>";

  /**
   * Learns from the training sentences.
   *
   * @param sentences of one language, or of both if they share one vocabulary
   */
  public static Language fit(PairText text, List<String> sentences, Progress progress) {
    boolean subwords = text.tokenizer() == Cutting.BPE;
    TextCutter cutter =
        subwords
            ? BytePairs.learn(sentences, text.merges(), progress)
            : new WordCutter(text.tokenizer().tokenizer());
    Map<String, Integer> counts = new HashMap<>();
    String what = subwords ? "counting subwords" : "counting words";
    try (Work work = progress.begin(what, sentences.size())) {
      for (String sentence : sentences) {
        cutter.cut(sentence).forEach(piece -> counts.merge(piece, 1, Integer::sum));
        work.advance(1);
      }
    }
    if (cutter instanceof BytePairs learnt) {
      learnt.pieces().forEach(piece -> counts.merge(piece, 1, Integer::sum));
    }
    counts.put(START, Integer.MAX_VALUE); // so that they stay in any vocabulary
    counts.put(END, Integer.MAX_VALUE);
    int least = subwords ? 1 : text.minCount();
    return new Language(cutter, Vocabulary.fit(counts, least, text.maxSize()));
  }

  /** The number of the start. */
  public int start() {
    return vocabulary.number(START);
  }

  /** The number of the end. */
  public int end() {
    return vocabulary.number(END);
  }

  /** What a net that writes it begins and ends with, and what it never writes. */
  public Boundaries boundaries() {
    return new Boundaries(start(), end(), Vocabulary.PADDING, Vocabulary.UNKNOWN);
  }

  /** The numbers of a sentence, without start and end. */
  public int[] encode(String sentence) {
    int[] numbers = vocabulary.numbers(cutter.cut(sentence));
    for (int i = 0; i < numbers.length; i++) {
      boolean reserved = numbers[i] == start() || numbers[i] == end();
      numbers[i] = reserved ? Vocabulary.UNKNOWN : numbers[i]; // the sentence says "<s>"
    }
    return numbers;
  }

  /** The sentence of numbers that a net wrote. */
  public String decode(List<Integer> numbers) {
    return cutter.join(numbers.stream().map(vocabulary::word).toList());
  }

  /** The words of numbers, one by one, as a reader should see them. */
  public List<String> shown(List<Integer> numbers) {
    return numbers.stream().map(vocabulary::word).map(cutter::shown).toList();
  }

  /**
   * @param name of the language's files in the folder
   */
  public void save(Path folder, String name) throws IOException {
    vocabulary.save(folder.resolve(name + "-vocabulary.json"));
    cutter.save(folder.resolve(name + "-merges.txt"));
  }

  /** Reads what {@link #save} wrote. */
  public static Language load(Path folder, String name, PairText text) throws IOException {
    TextCutter cutter =
        text.tokenizer() == Cutting.BPE
            ? BytePairs.load(folder.resolve(name + "-merges.txt"))
            : new WordCutter(text.tokenizer().tokenizer());
    return new Language(cutter, Vocabulary.load(folder.resolve(name + "-vocabulary.json")));
  }
}
