package org.unroll.core.tiny;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.RunSettings;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Range;

@Doc("Which of two pulses came first.")
record TinyConfig(
    @Inline RunSettings run,
    @Doc("Training examples.") @Default("24") @Range(min = 4) int examples,
    @Doc("Epoch from which on the features are no numbers, from 0.") @Default("100000") int poison,
    @Doc("Longs held on the Java heap.") @Default("0") int ballast,
    @Doc("Batches that continue each other, with a label a step.") @Default("false") boolean stream,
    @Doc("Folds, each with other examples; none is one training.") @Default("0") int foldCount,
    @Doc("Whether it keeps how good the best net is.") @Default("false") boolean calibrate,
    @Doc("The fold to train on, from 1; without it each in turn.") OptionalInt fold)
    implements RunConfig {

  @Override
  public List<Repetition> folds() {
    List<Repetition> folds = new ArrayList<>();
    for (int n = 1; fold.isEmpty() && n <= foldCount; n++) {
      folds.add(new Repetition("fold", Integer.toString(n), List.of("fold=" + n)));
    }
    return folds;
  }
}
