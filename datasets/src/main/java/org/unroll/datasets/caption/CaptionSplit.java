package org.unroll.datasets.caption;

import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.core.yaml.Alternatives;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.table.TextSplit;

@Doc("Cuts the pictures of one source into three parts: by chance, or by lists of their names.")
@Alternatives({"by group fractions", "train validation test"})
public record CaptionSplit(
    @Doc("random: by a hash of the picture's name.") @Default("random") TextSplit.By by,
    @Doc("Pictures of one value of this column, such as photographer, stay together.")
        Optional<String> group,
    @Doc("Shares of train, validation and test; they sum to 1.")
        @Default("[0.8, 0.1, 0.1]")
        @Range(above = 0, below = 1)
        List<Double> fractions,
    @Doc("File with the names of the pictures to train on, a line each.") Optional<String> train,
    @Doc("The same of those to choose the best epoch on.") Optional<String> validation,
    @Doc("The same of those to score once at the end.") Optional<String> test)
    implements Checked {

  /** By lists of names. */
  static CaptionSplit lists(String train, String validation, String test) {
    return new CaptionSplit(
        TextSplit.By.RANDOM,
        Optional.empty(),
        List.of(0.8, 0.1, 0.1),
        Optional.of(train),
        Optional.of(validation),
        Optional.of(test));
  }

  @Override
  public void check(String path, Problems problems) {
    TextSplit.checkShares(fractions, path, problems);
    if (isListed() && (train.isEmpty() || validation.isEmpty())) {
      problems.add(path, "lists of names need both train and validation (test is for --test)");
    }
  }

  /** Whether files list the parts. */
  boolean isListed() {
    return train.isPresent() || validation.isPresent() || test.isPresent();
  }

  /** The list of a part. */
  Optional<String> list(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  static UserError missing() {
    return new UserError(
        "data.source is one set of captions: add data.split, such as split: {by: random} or split: {train: train.txt, validation: val.txt, test: test.txt}, give it a column of splits (data.columns.split), or give data.train, data.validation and data.test instead");
  }
}
