package org.unroll.datasets.sample;

import java.util.List;
import java.util.Random;
import org.unroll.core.data.Split;

/**
 * Generated recipes in a small language of their own: code with brackets of three kinds, up to five
 * deep, and prose in quotes. Much of it hangs on what stands far back: which bracket is closed,
 * what separates the items in it and what they are about, whether a quote is open, how a line that
 * began with a verb ends, which recipe ends. No line of a validation or test text, nor the name of
 * any recipe there, stands in the training text; each word does.
 */
public final class StreamSample {
  private static final int TRAIN = 400_000;
  private static final int HELD_OUT = 40_000;

  private static final List<Integer> LINES = List.of(3, 4, 5, 6, 7);

  private StreamSample() {}

  /**
   * A text.
   *
   * @param nats what the choices of the grammar tell, a character: about the least that a net can
   *     reach
   */
  public record Written(String text, double nats) {}

  /** About 400,000 characters for training, 40,000 for validation and test each. */
  public static Written text(Split split, long seed) {
    int length = split == Split.TRAIN ? TRAIN : HELD_OUT;
    StreamDraws draws = new StreamDraws(new Random(31 * seed + split.ordinal()));
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      write(split, draws, text);
    }
    return new Written(text.toString(), draws.nats() / text.length());
  }

  /** Adds a recipe. */
  private static void write(Split split, StreamDraws draws, StringBuilder text) {
    double nats = draws.nats();
    String name = name(draws);
    while (PatternSplit.of(name) != split) {
      draws.backTo(nats);
      name = name(draws);
    }
    text.append("recipe %s for %s\n".formatted(name, draws.pick(StreamWords.PEOPLE)));
    StreamGrammar grammar = new StreamGrammar(name.split(" ")[1], draws);
    int lines = draws.pick(LINES);
    for (int i = 0; i < lines; i++) {
      text.append("  ").append(grammar.line(split)).append('\n');
    }
    text.append("end %s\n".formatted(name));
  }

  private static String name(StreamDraws draws) {
    return draws.pick(StreamWords.FLAVOURS) + " " + draws.pick(StreamWords.DISHES);
  }
}
