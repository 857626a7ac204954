package org.unroll.apps.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.app.AppConfig;
import org.unroll.core.data.DataAccess;

class FewPairsTest {
  @TempDir private Path folder;

  @Test
  void fewAreToldAndTheSampleIsEnough() {
    assertThat(FewPairs.told(1_234).orElseThrow())
        .startsWith("train: 1,234 sentence pairs are few: a net commonly needs some tens")
        .contains("word-for-word, which stands beside its scores");
    assertThat(FewPairs.told(12_000)).isEmpty();
  }

  @Test
  void aTrainingAndACheckOfTheDataTellIt() throws IOException {
    List<String> told = new ArrayList<>();
    TranslateApp app = new TranslateApp();
    TranslateConfig config =
        AppConfig.load(app, List.of(), TinyPairs.settings(TinyPairs.write(folder))).config();
    app.open(config, new DataAccess(true, told::add));

    assertThat(told).containsOnlyOnce(FewPairs.told(8).orElseThrow());
    assertThat(app.inspect(config, new DataAccess(true, notice -> {})))
        .contains(FewPairs.told(8).orElseThrow());
  }
}
