package org.unroll.core.data;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sequences of words for a net that writes: at each step the word before as input, the word itself
 * as label.
 *
 * @param before shifted right, the start first, {@code [rows, time]}
 * @param labels with the end, {@code [rows, 1, time]}; the mask is that of {@code before}
 */
public record NextWords(Padded before, INDArray labels) {

  /**
   * @param sequences word numbers of each row, without start and end
   */
  public static NextWords of(int[][] sequences, int start, int end) {
    int[][] before = new int[sequences.length][];
    int[][] words = new int[sequences.length][];
    for (int row = 0; row < sequences.length; row++) {
      int length = sequences[row].length;
      words[row] = Arrays.copyOf(sequences[row], length + 1);
      words[row][length] = end;
      before[row] = new int[length + 1];
      before[row][0] = start;
      System.arraycopy(sequences[row], 0, before[row], 1, length);
    }
    return new NextWords(Padded.of(before), Padded.of(words).sequences().numbers());
  }
}
