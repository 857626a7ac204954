package org.unroll.apps.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.HelpExamples;

class HelpIT {
  @Test
  void examplesAreUnderstood(@TempDir Path empty) throws Exception {
    assertThat(new HelpExamples(empty).mistakes()).isEmpty();
  }
}
