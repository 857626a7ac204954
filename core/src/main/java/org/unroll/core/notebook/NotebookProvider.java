package org.unroll.core.notebook;

import org.unroll.core.app.CommandProvider;
import org.unroll.core.data.Progress;

/** Adds {@code ./unroll notebook}. */
public final class NotebookProvider implements CommandProvider {
  @Override
  public Object command(Progress progress) {
    return new NotebookCommand();
  }
}
