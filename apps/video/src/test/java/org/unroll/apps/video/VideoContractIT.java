package org.unroll.apps.video;

import java.io.IOException;
import java.nio.file.Path;
import org.unroll.core.harness.AppContract;

/** What every app must do. */
class VideoContractIT extends AppContract<VideoConfig> {
  @Override
  protected VideoApp app() {
    return new VideoApp();
  }

  @Override
  protected EightExamples examples(Path empty) throws IOException {
    Path table = TinyRecordings.write(empty.resolve("recordings.csv"));
    return new EightExamples(
        TinyRecordings.settings(table), table, table, new Learnt("accuracy", 0.98));
  }

  @Override
  protected String catalogued() {
    return "gesture-phase";
  }
}
