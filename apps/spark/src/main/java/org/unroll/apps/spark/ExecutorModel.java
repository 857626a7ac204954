package org.unroll.apps.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkFiles;
import org.unroll.core.model.SharedModel;
import org.unroll.core.model.Sharing;

/**
 * The net of an executor: opened once a process, from files that Spark brought there. Answers one
 * part at a time.
 *
 * @param notices what was told since they were last taken
 */
record ExecutorModel(SharedModel<?, ?> model, List<String> notices) {
  /** A process asks several only where driver and executor are one, as in tests. */
  private static final Map<List<String>, ExecutorModel> OPEN = new ConcurrentHashMap<>();

  static ExecutorModel get(List<String> settings) {
    List<String> key = new ArrayList<>(settings);
    key.add(SparkFiles.getRootDirectory());
    return OPEN.computeIfAbsent(key, asked -> open(settings));
  }

  private static ExecutorModel open(List<String> settings) {
    List<String> notices = new ArrayList<>();
    Path run = Path.of(SparkFiles.getRootDirectory());
    return new ExecutorModel(
        SharedModel.open(run, Sharing.DEFAULT, settings, notices::add), notices);
  }

  /** Those of the part that was just read; told by the thread of the net, which rests now. */
  List<String> takeNotices() {
    List<String> taken = List.copyOf(notices);
    notices.clear();
    return taken;
  }
}
