package org.unroll.apps.sentiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.KilledTraining;

/** A training of the app that is killed ends with the numbers of one that was not. */
class SentimentKillIT {
  @TempDir private Path folder;

  @Test
  void survivesKills() throws IOException {
    List<String> train = new ArrayList<>(List.of("sentiment", "train"));
    TinyReviews.settings(TinyReviews.write(folder))
        .forEach(setting -> train.addAll(List.of("-s", setting)));
    train.addAll(List.of("-s", "train.epochs=10"));

    new KilledTraining(folder, train.toArray(String[]::new)).survives(1, 1);
  }
}
