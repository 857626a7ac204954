package org.unroll.apps.charlm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.harness.KilledTraining;

/**
 * A training that is killed goes on with the stream where it stood, to the numbers of one that was
 * not; also where an epoch is not a pass over the text.
 */
class CharlmKillIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = "5")
  void survivesKills(String batchesPerEpoch) throws IOException {
    List<String> settings = TinyText.settings(TinyText.write(folder));
    settings.add("train.epochs=12");
    settings.add("data.batches-per-epoch=" + batchesPerEpoch);
    List<String> train = new java.util.ArrayList<>(List.of("charlm", "train"));
    settings.forEach(setting -> train.addAll(List.of("-s", setting)));

    new KilledTraining(folder, train.toArray(String[]::new)).survives(1, 1);
  }
}
