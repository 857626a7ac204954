package org.unroll.core.run;

import java.nio.file.Path;

/** The folder of this program: the sources that it was built from, or an unpacked distribution. */
public final class Checkout {
  private Checkout() {}

  /** As the launcher says; the working directory where it says nothing. */
  public static Path folder() {
    return Path.of(System.getProperty("unroll.home", "."));
  }
}
