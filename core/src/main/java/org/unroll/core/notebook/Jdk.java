package org.unroll.core.notebook;

import org.unroll.core.UserError;

/** JShell and its compiler, which a JRE is without. */
public final class Jdk {
  private static final String MODULE = "jdk.jshell";

  private Jdk() {}

  /**
   * @param command that runs cells
   * @throws UserError if this Java cannot
   */
  public static void require(String command) {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      throw new UserError(
          "%s runs cells of Java and needs a JDK, and %s is a JRE without %s: put the java of a JDK first on the PATH (Debian: apt install openjdk-17-jdk-headless)"
              .formatted(command, System.getProperty("java.home"), MODULE));
    }
  }
}
