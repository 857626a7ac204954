package org.unroll.apps.sentiment;

import java.io.IOException;
import java.nio.file.Path;
import org.unroll.core.harness.AppContract;

/** What every app must do. */
class SentimentContractIT extends AppContract<SentimentConfig> {
  @Override
  protected SentimentApp app() {
    return new SentimentApp();
  }

  @Override
  protected EightExamples examples(Path empty) throws IOException {
    Path reviews = TinyReviews.write(empty);
    return new EightExamples(
        TinyReviews.settings(reviews), reviews, reviews, new Learnt("accuracy", 1.0));
  }

  @Override
  protected String catalogued() {
    return "sst2";
  }
}
