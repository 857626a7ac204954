package org.unroll.datasets.labelled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.TextEncoder;

/**
 * A split as numbers: the words of each text and its class. An empty text is one unknown word, so
 * that a net always has a step to read. Immutable and thread-safe.
 */
public final class EncodedTexts {
  private static final int SHOWN = 10;

  private final int[][] words;
  private final int[] labels;
  private final int classes;

  private EncodedTexts(int[][] words, int[] labels, int classes) {
    this.words = words;
    this.labels = labels;
    this.classes = classes;
  }

  /**
   * Encodes labelled texts.
   *
   * @param encoder made from the training split
   * @param classes the class names of the training split in the order of the net's outputs
   * @throws UserError if a text has a class that the training split does not have
   */
  public static EncodedTexts of(
      List<LabelledText> texts, TextEncoder encoder, List<String> classes) {
    int[][] words = new int[texts.size()][];
    int[] labels = new int[texts.size()];
    for (int i = 0; i < words.length; i++) {
      LabelledText text = texts.get(i);
      words[i] = encoder.encode(text.text());
      labels[i] = classes.indexOf(text.label());
      if (labels[i] < 0) {
        throw new UserError(
            "%s: the class \"%s\" does not occur in the training data, which has %s. Mend it, or train with texts of this class."
                .formatted(text.origin(), text.label(), shown(classes)));
      }
    }
    return new EncodedTexts(words, labels, classes.size());
  }

  private static String shown(List<String> classes) {
    int shown = Math.min(SHOWN, classes.size());
    return String.join(", ", classes.subList(0, shown))
        + (shown < classes.size() ? " and %d more".formatted(classes.size() - shown) : "");
  }

  /** Encodes texts without a class; their rows of labels say class 0 and mean nothing. */
  public static EncodedTexts unlabelled(List<String> texts, TextEncoder encoder, int classes) {
    int[][] words = new int[texts.size()][];
    for (int i = 0; i < words.length; i++) {
      words[i] = encoder.encode(texts.get(i));
    }
    return new EncodedTexts(words, new int[words.length], classes);
  }

  /** The class names of a training split, sorted: numbers by value, other names by text. */
  public static List<String> classes(List<LabelledText> train) {
    Set<String> names = new HashSet<>();
    for (LabelledText text : train) {
      names.add(text.label());
    }
    List<String> classes = new ArrayList<>(names);
    boolean numbers = classes.stream().allMatch(name -> name.matches("-?\\d{1,9}"));
    classes.sort(Comparator.naturalOrder());
    if (numbers) {
      classes.sort(Comparator.comparingInt(Integer::parseInt)); // 07 and 7 stay as they are
    }
    return List.copyOf(classes);
  }

  /** Texts in the split. */
  public int size() {
    return words.length;
  }

  /** Classes there are. */
  public int classes() {
    return classes;
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
