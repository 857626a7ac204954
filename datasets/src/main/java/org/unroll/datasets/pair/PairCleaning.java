package org.unroll.datasets.pair;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unroll.core.data.IntList;
import org.unroll.core.data.ListView;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.table.RandomSplit;
import org.unroll.datasets.text.SentencePair;
import org.unroll.datasets.text.Tokenizer;

@Doc("Which training pairs are left out.")
public record PairCleaning(
    @Doc("Longest sentence of either language, in words between spaces.")
        @Default("100")
        @Range(min = 1)
        int maxWords,
    @Doc(
            "Pairs of which one sentence has more than so many times the words of the other are no"
                + " translations; 3 words are added to each before.")
        @Default("4")
        @Range(min = 1)
        double maxRatio,
    @Doc("Keep a pair that stands in the file before.") @Default("true") boolean duplicates) {
  /** Words added to both sides, so that "yes" may be "mais bien sûr". */
  private static final int SLACK = 3;

  /** What is left, and why the others went. */
  public record Cleaned(List<SentencePair> pairs, int tooLong, int unlike, int repeated) {
    /** One line; empty if nothing was left out. */
    public String dropped() {
      if (tooLong + unlike + repeated == 0) {
        return "";
      }
      return "%,d pairs are left; dropped %,d too long, %,d of unlike lengths, %,d repeated"
          .formatted(pairs.size(), tooLong, unlike, repeated);
    }
  }

  /** Drops what is not to be trained on. */
  public Cleaned clean(List<SentencePair> pairs) {
    IntList kept = new IntList();
    Set<Long> seen = new HashSet<>(); // of 64 bits, as all texts would take too much
    int tooLong = 0;
    int unlike = 0;
    int repeated = 0;
    for (int place = 0; place < pairs.size(); place++) {
      SentencePair pair = pairs.get(place);
      int source = words(pair.source());
      int target = words(pair.target());
      if (Math.max(source, target) > maxWords) {
        tooLong++;
      } else if (ratio(source, target) > maxRatio) {
        unlike++;
      } else if (!duplicates
          && !seen.add(RandomSplit.hash(pair.source() + "\n" + pair.target(), 0))) {
        repeated++;
      } else {
        kept.add(place);
      }
    }
    List<SentencePair> left = ListView.selected(pairs, kept.toArray());
    return new Cleaned(left, tooLong, unlike, repeated);
  }

  private static double ratio(int source, int target) {
    double shorter = Math.min(source, target) + SLACK;
    return (Math.max(source, target) + SLACK) / shorter;
  }

  private static int words(String sentence) {
    return Tokenizer.WHITESPACE.tokenize(sentence).size();
  }
}
