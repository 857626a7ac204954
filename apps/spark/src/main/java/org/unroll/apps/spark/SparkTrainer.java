package org.unroll.apps.spark;

import org.unroll.core.train.Cluster;
import org.unroll.core.train.ClusterTrainer;

/** {@code train}, {@code compare} and {@code search} with {@code --spark}. */
public final class SparkTrainer implements ClusterTrainer {
  @Override
  public Cluster open(String address) {
    return new SparkCluster(
        SparkConnection.open(address, "unroll train", SparkJvm.workingDirectory()));
  }
}
