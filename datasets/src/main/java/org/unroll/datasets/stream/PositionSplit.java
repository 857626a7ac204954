package org.unroll.datasets.stream;

import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.datasets.table.TextSplit;

@Doc("Cuts a text by position: the beginning is trained on.")
public record PositionSplit(
    @Doc("Shares of train, validation and test; they sum to 1, and the last may be 0.")
        List<Double> fractions)
    implements Checked {
  /** Of texts that are not very long. */
  public static final PositionSplit USUAL = new PositionSplit(List.of(0.8, 0.1, 0.1));

  @Override
  public void check(String path, Problems problems) {
    TextSplit.checkShares(fractions, path, problems);
  }

  /**
   * A part of a text.
   *
   * @throws UserError if it is empty
   */
  public CharSequence part(CharSequence text, Split split) {
    double begin = 0;
    for (int i = 0; i < split.ordinal(); i++) {
      begin += fractions.get(i);
    }
    double share = fractions.get(split.ordinal());
    if (share == 0) {
      throw new UserError(
          "there is no %s part: data.split.fractions is %s".formatted(split.key(), fractions));
    }
    int from = place(text, begin);
    int to = place(text, begin + share);
    if (from >= to) {
      throw new UserError(
          "data.split: nothing falls in the %s part; %,d characters are too few for fractions %s"
              .formatted(split.key(), text.length(), fractions));
    }
    return text.subSequence(from, to);
  }

  /** Not between the halves of a surrogate pair. */
  private static int place(CharSequence text, double share) {
    int place = (int) Math.min(text.length(), text.length() * share + 1e-6);
    boolean inside = place > 0 && place < text.length();
    boolean halves = inside && Character.isLowSurrogate(text.charAt(place));
    return halves && Character.isHighSurrogate(text.charAt(place - 1)) ? place - 1 : place;
  }
}
