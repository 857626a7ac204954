package org.unroll.apps.translate;

import java.io.IOException;
import java.nio.file.Path;
import org.unroll.core.harness.AppContract;

/** What every app must do. */
class TranslateContractIT extends AppContract<TranslateConfig> {
  @Override
  protected TranslateApp app() {
    return new TranslateApp();
  }

  @Override
  protected EightExamples examples(Path empty) throws IOException {
    Path pairs = TinyPairs.write(empty);
    return new EightExamples(TinyPairs.settings(pairs), pairs, pairs, new Learnt("bleu", 99));
  }

  @Override
  protected String catalogued() {
    return "multi30k";
  }
}
