package org.unroll.datasets.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unroll.core.app.Split;

/** The three parts of a set of sentence pairs. */
public record PairSplits(
    List<SentencePair> train, List<SentencePair> validation, List<SentencePair> test) {
  public PairSplits {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /** One of them. */
  public List<SentencePair> part(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  /** The same, less the training pairs whose source also stands in another part. */
  public PairSplits withoutTestSourcesInTrain() {
    Set<String> held = new HashSet<>();
    validation.forEach(pair -> held.add(pair.source()));
    test.forEach(pair -> held.add(pair.source()));
    List<SentencePair> kept = new ArrayList<>();
    for (SentencePair pair : train) {
      if (!held.contains(pair.source())) {
        kept.add(pair);
      }
    }
    return new PairSplits(kept, validation, test);
  }
}
