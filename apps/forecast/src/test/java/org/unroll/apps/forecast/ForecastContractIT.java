package org.unroll.apps.forecast;

import java.io.IOException;
import java.nio.file.Path;
import org.unroll.core.harness.AppContract;

/** What every app must do. */
class ForecastContractIT extends AppContract<ForecastConfig> {
  @Override
  protected ForecastApp app() {
    return new ForecastApp();
  }

  @Override
  protected EightExamples examples(Path empty) throws IOException {
    Path load = TinyLoad.write(empty);
    return new EightExamples(TinyLoad.settings(load), TinyLoad.tail(empty, 4), "r2", 0.98);
  }
}
