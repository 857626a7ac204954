package org.unroll.apps.spark;

import org.unroll.core.app.CommandProvider;
import org.unroll.core.data.Progress;

/** {@code ./unroll spark}. */
public final class SparkProvider implements CommandProvider {
  @Override
  public Object command(Progress progress) {
    return new SparkCommand();
  }
}
