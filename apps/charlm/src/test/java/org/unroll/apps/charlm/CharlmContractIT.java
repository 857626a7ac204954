package org.unroll.apps.charlm;

import java.io.IOException;
import java.nio.file.Path;
import org.unroll.core.harness.AppContract;

/** What every app must do. */
class CharlmContractIT extends AppContract<CharlmConfig> {
  @Override
  protected CharlmApp app() {
    return new CharlmApp();
  }

  @Override
  protected EightExamples examples(Path empty) throws IOException {
    Path text = TinyText.write(empty);
    return new EightExamples(TinyText.settings(text), text, text, new Learnt("accuracy", 0.9));
  }

  @Override
  protected boolean pads() {
    return false;
  }

  @Override
  protected String catalogued() {
    return "tinyshakespeare";
  }
}
