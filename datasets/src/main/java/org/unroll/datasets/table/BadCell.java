package org.unroll.datasets.table;

import java.util.List;

/** A cell that nothing can be made of: its row is skipped and reported. */
public final class BadCell extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean nothing;

  /**
   * @param reason what is wrong with it, without file and line
   */
  public BadCell(String reason) {
    this(reason, false);
  }

  private BadCell(String reason, boolean nothing) {
    super(reason);
    this.nothing = nothing;
  }

  /**
   * Leaves out rows of empty cells, as spreadsheets have them behind the others.
   *
   * @throws BadCell if this is one, which is skipped and not reported
   */
  public static void leaveOutEmpty(List<String> cells) {
    if (cells.size() > 1 && cells.stream().allMatch(String::isBlank)) {
      throw new BadCell("empty", true);
    }
  }

  /** Whether there is nothing to report. */
  boolean isNothing() {
    return nothing;
  }
}
