package org.unroll.core.yaml;

/** A bound record with rules that span several of its keys; the binder calls it after binding. */
public interface Checked {
  /**
   * @param path this record's own key from the root, to prefix the keys of its problems
   */
  void check(String path, Problems problems);
}
