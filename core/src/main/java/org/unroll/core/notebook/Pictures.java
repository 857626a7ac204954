package org.unroll.core.notebook;

import java.util.Map;
import org.unroll.core.report.Figures;

/** Pictures side by side, for cells. */
public final class Pictures {
  private Pictures() {}

  /**
   * A row of pictures with what is said of them.
   *
   * @param pngs by what is said; PNG files in Base64
   */
  public static Shown row(Map<String, String> pngs) {
    return new Shown(String.join("\n", pngs.keySet()), Shown.HTML, Figures.row(pngs));
  }
}
