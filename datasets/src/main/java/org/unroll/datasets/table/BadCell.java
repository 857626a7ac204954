package org.unroll.datasets.table;

/** A cell that nothing can be made of: its row is skipped and reported. */
public final class BadCell extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param reason what is wrong with it, without file and line
   */
  public BadCell(String reason) {
    super(reason);
  }
}
