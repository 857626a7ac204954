package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.data.Split;

/**
 * Writes the lines of one recipe. What is said of an ingredient hangs on its depth, what follows on
 * the bracket around it, how a line ends on its verb. Not thread-safe.
 */
final class StreamGrammar {
  private static final int LONGEST = 150; // characters of a line
  private static final List<Integer> ITEMS = List.of(1, 2, 3);

  /** Shares: of items that hold a bracket, by their depth, and of what else there may be. */
  private static final double[] NESTED = {1, 0.8, 0.75, 0.65, 0.5};

  private static final double QUOTED = 0.1;
  private static final double SAID = 0.1;
  private static final double ASKED = 0.2;

  private final StreamDraws draws;
  private final StreamTopic ingredients;
  private final StreamTopic nouns;
  private final StreamProse prose;

  StreamGrammar(String dish, StreamDraws draws) {
    this.draws = draws;
    this.ingredients = new StreamTopic(StreamWords.INGREDIENTS, List.of(), draws);
    this.nouns = new StreamTopic(StreamWords.NOUNS, List.of(dish), draws);
    this.prose = new StreamProse(nouns, draws);
  }

  /** One that the split may show. What was drawn for others counts for nothing. */
  String line(Split split) {
    double nats = draws.nats();
    int ingredientsBefore = ingredients.size();
    int nounsBefore = nouns.size();
    String line = line();
    while (line.length() > LONGEST || PatternSplit.of(line) != split) {
      draws.backTo(nats);
      ingredients.forget(ingredientsBefore);
      nouns.forget(nounsBefore);
      line = line();
    }
    return line;
  }

  private String line() {
    if (draws.chance(SAID)) {
      return "say " + prose.quote();
    }
    String condition = draws.chance(ASKED) ? condition() : "";
    List<String> act = draws.pick(StreamWords.ACTS);
    StreamBracket kind = draws.pick(List.of(StreamBracket.values()));
    return condition + act.get(0) + " " + bracket(kind, 1) + " " + act.get(1);
  }

  private String condition() {
    String gauge = draws.pick(StreamWords.GAUGES);
    String sign = draws.pick(StreamWords.SIGNS);
    return "if (" + gauge + " " + sign + " " + draws.pick(StreamWords.READINGS) + ") ";
  }

  private String bracket(StreamBracket kind, int depth) {
    List<String> items = new ArrayList<>();
    int count = draws.pick(ITEMS);
    for (int i = 0; i < count; i++) {
      items.add(draws.chance(QUOTED) ? prose.quote() : item(kind, depth));
    }
    return kind.around(items);
  }

  private String item(StreamBracket kind, int depth) {
    String ingredient = ingredients.word();
    String item = ingredient + " " + draws.pick(StreamWords.DETAILS.get(depth - 1));
    return depth < NESTED.length && draws.chance(NESTED[depth])
        ? item + " " + bracket(draws.pick(kind.inner()), depth + 1)
        : item;
  }
}
