package org.unroll.core.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.unroll.core.report.Html;

/** Names of runs in addresses and in lists to choose from. */
final class RunName {
  private RunName() {}

  /** A part of an address; a slash in it is encoded too. */
  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Adds an {@code option} a run. */
  static void addOptions(Html html, Collection<String> runs, Optional<String> shown) {
    for (String run : runs) {
      String name = Html.escape(run);
      String selected = shown.filter(run::equals).isPresent() ? " selected" : "";
      html.raw("<option value=\"" + name + "\"" + selected + ">" + name + "</option>");
    }
  }
}
