package org.unroll.core.app;

import java.nio.file.Path;
import java.util.List;

/**
 * What a cluster is asked to predict.
 *
 * @param cluster its address, such as {@code spark://127.0.0.1:7077}
 * @param run whose net answers
 * @param settings {@code key=value} that override the run's config
 * @param in a file, or a pattern of names
 * @param out a folder, which gets a file a part
 */
public record ClusterPrediction(
    String cluster, Path run, List<String> settings, Path in, Path out) {
  public ClusterPrediction {
    settings = List.copyOf(settings);
  }
}
