package org.unroll.apps.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class SparkConnectionIT {
  /** Or a training would wait for one, and look for its master. */
  @Test
  void thisProcessIsAnExecutorOfItself() {
    try (JavaSparkContext spark = SparkConnection.open("local[1]", "test")) {
      assertThat(SparkConnection.executors(spark)).isEqualTo(1);
    }
  }
}
