package org.unroll.core.app;

import org.unroll.core.data.Progress;

/** A command that another module adds beside the apps; found by {@code ServiceLoader}. */
public interface CommandProvider {
  /**
   * @param progress for what of its work lasts
   * @return a picocli command object
   */
  Object command(Progress progress);
}
