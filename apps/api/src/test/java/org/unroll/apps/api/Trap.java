package org.unroll.apps.api;

import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;

/** Does something as soon as it is read by Java serialisation. */
final class Trap implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  static final String SPRUNG = "unroll.trap";

  @Serial
  private void readObject(ObjectInputStream in) {
    System.setProperty(SPRUNG, "by Java serialisation");
  }
}
