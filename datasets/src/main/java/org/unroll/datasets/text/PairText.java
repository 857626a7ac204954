package org.unroll.datasets.text;

import java.util.OptionalInt;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("How sentences become word numbers.")
public record PairText(
    @Doc("word, plain (no marks), whitespace (tokenised already), char or bpe (learnt subwords).")
        @Default("word")
        Cutting tokenizer,
    @Doc("bpe only: pairs of pieces that are merged.") @Default("8000") @Range(min = 0) int merges,
    @Doc("One set of subwords and one vocabulary for both languages.") @Default("false")
        boolean joint,
    @Doc("Rarer words of the training sentences are unknown; bpe knows all.")
        @Default("1")
        @Range(min = 1)
        int minCount,
    @Doc("Largest vocabulary of a language; the most frequent words stay.") @Range(min = 5)
        OptionalInt maxSize)
    implements Checked {

  @Override
  public void check(String path, Problems problems) {
    if (tokenizer == Cutting.BPE && maxSize.isPresent()) {
      problems.add(path + ".max-size", "bpe has a piece for everything; set merges instead");
    }
  }
}
