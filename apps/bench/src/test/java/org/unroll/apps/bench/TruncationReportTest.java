package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TruncationReportTest {
  @Test
  void memoryIsThatAboveTheRunOfOneStep() {
    TruncationReport report =
        new TruncationReport(
            new TruncationCase(10_000, 8, 50, 64, 5, 42),
            Map.of(
                TruncationContender.ONE_STEP, new TruncationResult(0.3, 600_000_000, 9),
                TruncationContender.TRUNCATED, new TruncationResult(0.95, 650_000_000, 4),
                TruncationContender.WHOLE, new TruncationResult(0.9612, 1_000_000_000, 2)));
    assertThat(report.table().toText().lines())
        .anyMatch(line -> line.matches("one step +0.3000 +600 +– +– +–"))
        .anyMatch(line -> line.matches("truncated, 50 steps +0.9500 +650 +50 +0.125 +0.1000"))
        .anyMatch(line -> line.matches("whole, 10,000 steps +0.9612 +1,000 +400 +1.000 +0.0500"));
    assertThat(report.verdict())
        .isEqualTo(
            "truncated beside whole: accuracy -0.0112, native memory above one step 0.125 times as much");
  }
}
