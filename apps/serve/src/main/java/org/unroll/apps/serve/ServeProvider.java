package org.unroll.apps.serve;

import org.unroll.core.app.CommandProvider;
import org.unroll.core.data.Progress;

/** {@code ./unroll serve}. */
public final class ServeProvider implements CommandProvider {
  @Override
  public Object command(Progress progress) {
    return new ServeCommand();
  }
}
