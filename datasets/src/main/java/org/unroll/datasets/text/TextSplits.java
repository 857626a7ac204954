package org.unroll.datasets.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The three parts of a set of labelled texts. */
public record TextSplits(
    List<LabelledText> train, List<LabelledText> validation, List<LabelledText> test) {
  public TextSplits {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /** The same, less the training texts that also stand, letter by letter, in the test split. */
  public TextSplits withoutTestTextsInTrain() {
    Set<String> tested = new HashSet<>();
    for (LabelledText example : test) {
      tested.add(example.text());
    }
    List<LabelledText> kept = new ArrayList<>();
    for (LabelledText example : train) {
      if (!tested.contains(example.text())) {
        kept.add(example);
      }
    }
    return new TextSplits(kept, validation, test);
  }
}
