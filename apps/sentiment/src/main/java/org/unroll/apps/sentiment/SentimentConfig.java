package org.unroll.apps.sentiment;

import java.util.List;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.RunSettings;
import org.unroll.core.graph.node.Sigmoid;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.datasets.labelled.TextData;
import org.unroll.datasets.text.TextConfig;

@Doc("Text to class: a label for a whole text, or several.")
record SentimentConfig(
    @Inline RunSettings run,
    TextData data,
    TextConfig text,
    @Doc(
            "Fit a temperature on the validation split once the best epoch is known, so that probabilities are as sure as the net is right (Guo et al. 2017).")
        @Default("true")
        boolean calibrate)
    implements RunConfig {
  @Override
  public List<Repetition> folds() {
    return data.files().repetitions();
  }

  /** Whether a text may have any number of labels: the head says so. */
  boolean severalLabels() {
    return run.graph().nodes().values().stream().anyMatch(Sigmoid.class::isInstance);
  }
}
