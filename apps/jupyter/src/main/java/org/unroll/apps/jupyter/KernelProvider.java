package org.unroll.apps.jupyter;

import org.unroll.core.app.CommandProvider;

/** Adds {@code ./unroll kernel}. */
public final class KernelProvider implements CommandProvider {
  @Override
  public Object command() {
    return new KernelCommand();
  }
}
