package org.unroll.apps.spark;

import java.nio.file.Path;

/** The user's cluster is one in a folder of the test meanwhile. */
final class ScratchCluster {
  private ScratchCluster() {}

  static void in(Path folder) {
    System.setProperty(LoopbackCluster.FOLDER_PROPERTY, folder.resolve("cluster").toString());
  }

  /** The option that makes it that of another JVM. */
  static String option() {
    String key = LoopbackCluster.FOLDER_PROPERTY;
    return "-D" + key + "=" + System.getProperty(key);
  }

  /** Nothing is left of it. */
  static void end() {
    LoopbackCluster.ofUser().down();
    System.clearProperty(LoopbackCluster.FOLDER_PROPERTY);
  }
}
