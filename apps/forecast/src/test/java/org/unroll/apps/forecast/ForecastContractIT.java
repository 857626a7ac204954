package org.unroll.apps.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    Path tail = TinyLoad.tail(empty, 4);
    List<String> settings = TinyLoad.settings(load);
    Path days = Files.writeString(empty.resolve("days.txt"), "2024-03-08\n");
    settings.add("series.holidays=" + days); // the hours to forecast are one
    return new EightExamples(settings, load, tail, new Learnt("r2", 0.98));
  }

  @Override
  protected String catalogued() {
    return "etth1";
  }
}
