package org.unroll.core.notebook;

import org.unroll.core.app.CommandProvider;

/** Adds {@code ./unroll notebook}. */
public final class NotebookProvider implements CommandProvider {
  @Override
  public Object command() {
    return new NotebookCommand();
  }
}
