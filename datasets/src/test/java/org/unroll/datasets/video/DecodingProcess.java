package org.unroll.datasets.video;

import java.nio.file.Path;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;

/** Opens the frames of a recording in a JVM of its own; with {@code 2}, which is a mistake's. */
final class DecodingProcess {
  private DecodingProcess() {}

  /**
   * @param arguments folder of the cache, recording
   */
  public static void main(String[] arguments) {
    DataAccess access = new DataAccess(true, System.out::println);
    FrameStore store = new FrameStore(Path.of(arguments[0]), VideoFiles.asWritten(), access);
    try {
      System.out.println(store.open(Path.of(arguments[1])).length() + " frames");
    } catch (UserError e) {
      System.out.println(e.getMessage());
      System.exit(2);
    }
  }
}
