package org.unroll.apps.jupyter;

import org.unroll.core.app.CommandProvider;
import org.unroll.core.data.Progress;

/** Adds {@code ./unroll kernel}. */
public final class KernelProvider implements CommandProvider {
  @Override
  public Object command(Progress progress) {
    return new KernelCommand();
  }
}
