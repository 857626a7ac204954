package org.unroll.core.run;

import java.io.IOException;

/** An entry of a bundle that is not what was written, or not what this project writes. */
final class DamagedEntry extends IOException {
  DamagedEntry(String entry, String what) {
    super("its entry " + entry + " " + what);
  }

  DamagedEntry(String entry, String what, Exception cause) {
    super("its entry " + entry + " " + what, cause);
  }
}
