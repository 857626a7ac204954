package org.unroll.datasets.labelled;

import java.util.List;
import org.unroll.core.data.Classes;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.TextEncoder;

/**
 * A split as numbers: the words of each text and its class. An empty text is one unknown word, so
 * that a net always has a step to read. Immutable and thread-safe.
 */
public final class EncodedTexts {
  private final int[][] words;
  private final int[] labels;

  private EncodedTexts(int[][] words, int[] labels) {
    this.words = words;
    this.labels = labels;
  }

  /**
   * Encodes labelled texts.
   *
   * @param encoder made from the training split
   * @throws org.unroll.core.UserError if a text has a class that the training split does not have
   */
  public static EncodedTexts of(List<LabelledText> texts, TextEncoder encoder, Classes classes) {
    List<String> read = texts.stream().map(LabelledText::text).toList();
    return new EncodedTexts(words(read, encoder), classes.numbers(texts));
  }

  /** Encodes texts without a class; their rows of labels say class 0 and mean nothing. */
  public static EncodedTexts unlabelled(List<String> texts, TextEncoder encoder) {
    return new EncodedTexts(words(texts, encoder), new int[texts.size()]);
  }

  private static int[][] words(List<String> texts, TextEncoder encoder) {
    return texts.stream().map(encoder::encode).toArray(int[][]::new);
  }

  /** Texts in the split. */
  public int size() {
    return words.length;
  }

  /** Number of the class of text {@code i}. */
  public int label(int i) {
    return labels[i];
  }

  /** Number of the class of every text. */
  public int[] labels() {
    return labels.clone();
  }

  /** Words of each text. */
  public int[] lengths() {
    int[] lengths = new int[words.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = words[i].length;
    }
    return lengths;
  }

  /** The word numbers of every text; not to be changed. */
  public List<int[]> words() {
    return List.of(words);
  }

  /** The word numbers of text {@code i}; not to be changed. */
  public int[] words(int i) {
    return words[i];
  }
}
