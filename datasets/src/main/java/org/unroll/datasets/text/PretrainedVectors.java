package org.unroll.datasets.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.UserError;
import org.unroll.core.data.LineReader;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;
import org.unroll.datasets.table.PlainTextFile;

/**
 * Word vectors trained elsewhere, cut down to the words of a vocabulary. Reads text files as
 * GloVe's ({@code word 0.1 -0.2 …}, a word a line) and word2vec's (the same after a line {@code
 * words size}). Words the file lacks get small random vectors (uniform in ±0.25, Kim, EMNLP 2014),
 * the padding gets zeros. Immutable and thread-safe.
 */
public final class PretrainedVectors {
  private static final Pattern HEADER = Pattern.compile("\\d+ \\d+");
  private static final float RANDOM_RANGE = 0.25f;

  private final float[][] rows;
  private final BitSet found;

  private PretrainedVectors(float[][] rows, BitSet found) {
    this.rows = rows;
    this.found = found;
  }

  /**
   * What share of the words has a vector in the file, each from 0 to 1.
   *
   * @param vocabulary share of the vocabulary, the two reserved words not counted
   * @param tokens share of the running words of the training texts
   */
  public record Coverage(double vocabulary, double tokens) {}

  /**
   * Reads the vectors of the vocabulary's words.
   *
   * @param file in GloVe's or word2vec's text format, UTF-8
   * @param vocabulary whose words are looked for
   * @param size numbers in a vector, as the graph's embedding has units
   * @param seed of the vectors of words that the file lacks
   * @throws UserError if the vectors have another size, or a line is broken
   */
  public static PretrainedVectors read(
      Path file, Vocabulary vocabulary, int size, long seed, Progress progress) throws IOException {
    float[][] rows = random(vocabulary.size(), size, seed);
    BitSet found = new BitSet();
    // Decoded leniently: published files hold words that are not whole UTF-8.
    try (Work work = progress.begin("reading word vectors", Progress.UNKNOWN);
        LineReader lines =
            new LineReader(
                file.toString(),
                LineReader.afterMark(
                    new InputStreamReader(PlainTextFile.bytes(file), StandardCharsets.UTF_8)))) {
      Line line = new Line(file, size);
      for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
        work.advance(1);
        line.read(next.get().stripTrailing());
        int number = line.holdsWord() ? vocabulary.number(line.word()) : Vocabulary.UNKNOWN;
        if (number > Vocabulary.UNKNOWN && !found.get(number)) {
          rows[number] = line.vector();
          found.set(number);
        }
      }
      if (lines.number() == 0) {
        throw new UserError(file + ": empty; a word and its vector on each line were expected");
      }
    }
    return new PretrainedVectors(rows, found);
  }

  private static float[][] random(int words, int size, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[words][size];
    for (int number = Vocabulary.UNKNOWN; number < words; number++) {
      for (int i = 0; i < size; i++) {
        rows[number][i] = (2 * random.nextFloat() - 1) * RANDOM_RANGE;
      }
    }
    return rows;
  }

  /** The vector of each word, by its number; a copy. */
  public float[][] rows() {
    float[][] copy = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  /** The vectors as weights of an embedding, {@code [words, size]}. */
  public INDArray toArray() {
    return Nd4j.createFromArray(rows);
  }

  /**
   * How many words of the vocabulary and of the training texts have a vector in the file.
   *
   * @param train the word numbers of each text
   */
  public Coverage coverage(List<int[]> train) {
    long tokens = 0;
    long known = 0;
    for (int[] text : train) {
      for (int word : text) {
        tokens++;
        known += found.get(word) ? 1 : 0;
      }
    }
    int words = rows.length - Vocabulary.UNKNOWN - 1;
    return new Coverage(share(found.cardinality(), words), share(known, tokens));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** The line being read. */
  private static final class Line {
    private final Path file;
    private final int size;
    private String text = "";
    private int end; // of the word
    private long number;
    private boolean checked;

    Line(Path file, int size) {
      this.file = file;
      this.size = size;
    }

    /** Words may hold spaces (GloVe 840B), so the numbers are counted from the right. */
    void read(String line) {
      text = line;
      number++;
      end = -1;
      if (number == 1 && HEADER.matcher(line).matches()) {
        checkSize(Integer.parseInt(line.substring(line.indexOf(' ') + 1)));
        return;
      }
      if (!checked) {
        checkSize(line.split(" ").length - 1);
      }
      end = line.length();
      for (int i = 0; i < size; i++) {
        end = line.lastIndexOf(' ', end - 1);
        if (end <= 0) {
          throw broken("a word and " + size + " numbers were expected, found " + i + " spaces");
        }
      }
    }

    private void checkSize(int actual) {
      checked = true;
      if (actual != size) {
        throw new UserError(
            ("%s:%d: vectors of %d numbers; the embedding has size %d. Set its size to %d or"
                    + " take another file.")
                .formatted(file, number, actual, size, actual));
      }
    }

    boolean holdsWord() {
      return end > 0;
    }

    String word() {
      return text.substring(0, end);
    }

    float[] vector() {
      float[] vector = new float[size];
      String[] numbers = text.substring(end + 1).split(" ");
      for (int i = 0; i < size; i++) {
        try {
          vector[i] = Float.parseFloat(numbers[i]);
        } catch (NumberFormatException e) {
          throw broken("\"" + numbers[i] + "\" is not a number");
        }
        if (!Float.isFinite(vector[i])) {
          throw broken(numbers[i] + " is not a finite number");
        }
      }
      return vector;
    }

    private UserError broken(String reason) {
      return new UserError(
          file + ":" + number + ": broken word vector: " + reason + "; get the file anew");
    }
  }
}
