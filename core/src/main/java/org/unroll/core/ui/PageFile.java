package org.unroll.core.ui;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.report.Html;
import org.unroll.core.report.RunFigures;

/**
 * The files that our pages are made of, by their addresses, for any server. A page begins with a
 * line {@code <!-- Title | folder | words of the skip link -->}, which stands for what all have in
 * common up to the tabs.
 *
 * @param type of the media, with its character set
 */
public record PageFile(String type, byte[] content) {
  /**
   * Whatever a run says, no script but ours runs: for the header {@code content-security-policy}.
   */
  public static final String POLICY =
      "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

  /** Of DL4J's server. */
  static final Map<String, String> TABS = tabs();

  private static final Pattern HEAD =
      Pattern.compile("\\A<!-- (\\w+) \\| (\\w+) \\| ([\\w ]+) -->\\n");

  /** A loop that goes on: drawn here, so that a page needs no file for it. */
  private static final String ICON =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
          + "%3Cpath d='M2 12h12M5 12a4 4 0 1 1 6 0' fill='none' stroke='%23278' stroke-width='2'/%3E"
          + "%3C/svg%3E";

  /** The Play page's, by address, but for what is answered there. */
  public static Map<String, PageFile> play(Map<String, String> tabs) {
    Map<String, PageFile> files = new LinkedHashMap<>();
    files.put("/play", page("play.html", tabs));
    files.put("/play/play.css", style("play.css"));
    files.put("/play/play.js", script("play.js"));
    files.put("/runs/pages.css", style("pages.css"));
    files.put("/runs/figures.css", style(RunFigures.STYLE));
    return files;
  }

  private static Map<String, String> tabs() {
    Map<String, String> tabs = new LinkedHashMap<>();
    tabs.put("Runs", "/runs");
    tabs.put("Samples", "/samples");
    tabs.put("Play", "/play");
    tabs.put("Training charts", "/train/overview");
    return Collections.unmodifiableMap(tabs);
  }

  static PageFile style(String resource) {
    return new PageFile("text/css; charset=utf-8", PageRoutes.read(resource));
  }

  static PageFile script(String resource) {
    return new PageFile("text/javascript; charset=utf-8", PageRoutes.read(resource));
  }

  /**
   * @param tabs addresses by their words; that of the page's own title is the current one
   */
  static PageFile page(String resource, Map<String, String> tabs) {
    String text = new String(PageRoutes.read(resource), StandardCharsets.UTF_8);
    Matcher head = HEAD.matcher(text);
    if (!head.find()) {
      throw new IllegalStateException(resource + " does not begin with a line of its head");
    }
    String page = head(head.group(1), head.group(2), head.group(3), tabs);
    byte[] content = (page + text.substring(head.end())).getBytes(StandardCharsets.UTF_8);
    return new PageFile("text/html; charset=utf-8", content);
  }

  private static String head(String title, String folder, String skip, Map<String, String> tabs) {
    Html html = new Html();
    html.raw("<!DOCTYPE html>");
    html.raw("<html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.raw("<title>" + title + " - Unroll</title>");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    for (String style : new String[] {"runs/figures", "runs/pages", folder + "/" + folder}) {
      html.raw("<link rel=\"stylesheet\" href=\"/" + style + ".css\">");
    }
    html.raw("<link rel=\"icon\" href=\"" + ICON + "\"></head><body>");
    html.raw("<a class=\"skip\" href=\"#content\">" + skip + "</a>");
    html.raw("<header><a class=\"brand\" href=\"/\">Unroll</a>");
    html.raw("<nav aria-label=\"Pages\"><ul>");
    tabs.forEach(
        (words, address) -> {
          String current = words.equals(title) ? " aria-current=\"page\"" : "";
          html.raw("<li><a href=\"" + address + "\"" + current + ">" + words + "</a></li>");
        });
    return html.raw("</ul></nav>").toString();
  }
}
