package org.unroll.core.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.unroll.core.harness.Browser;

/** The Runs page in a real browser. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RunsPageIT {
  private static final String ROWS =
      "[...document.querySelectorAll('#rows tr')].filter(row => !row.hidden).map(row => row.dataset.run).join(' ')";

  @TempDir Path temporary;

  @BeforeEach
  void browserWanted() {
    assumeTrue(Browser.WANTED, "-Dunroll.browser=none");
  }

  private Path write(String path, int size, double accuracy, int day) throws IOException {
    Path run = Files.createDirectories(temporary.resolve("runs").resolve(path));
    String app = path.substring(0, path.indexOf('/'));
    Files.writeString(
        run.resolve("config.yaml"),
        """
        app: %s
        data: {source: "<img src=x onerror=document.title='bad'>"}
        graph: {cells: {layer: lstm, size: %d}, output: {layer: softmax}}
        train: {epochs: 3, early-stop: {metric: accuracy}}
        """
            .formatted(app, size));
    Files.writeString(
        run.resolve("result.json"),
        """
        {"app": "%s", "metrics": {"test": {"accuracy": %s}}, "seconds": 60, "parameters": %d, "epochs": 3}
        """
            .formatted(app, accuracy, 100 * size));
    Files.writeString(
        run.resolve("provenance.json"),
        "{\"starts\": [\"2026-01-0%dT00:00:00Z\"], \"finished\": \"2026-01-09T00:00:00Z\"}"
            .formatted(day));
    Files.writeString(
        run.resolve("report.html"), "<style>p { color: rgb(0, 9, 0) }</style><p>r</p>");
    StringBuilder lines = new StringBuilder();
    for (int epoch = 1; epoch <= 3; epoch++) {
      lines.append(
          "{\"epoch\":%d,\"train\":{\"loss\":%s},\"validation\":{\"accuracy\":%s}}%n"
              .formatted(epoch, 1.0 / epoch, accuracy * epoch / 3));
    }
    Files.writeString(run.resolve("metrics.jsonl"), lines);
    return run;
  }

  private Browser browser() {
    return new Browser(temporary.resolve("profile"));
  }

  private TrainingUi browse() throws IOException {
    write("sentiment/small", 16, 0.81, 1);
    write("sentiment/large", 128, 0.9, 2);
    write("lab/<b onclick=alert(1)>'&", 8, 0.7, 3);
    write("sentiment/seeds", 32, 0.85, 4);
    write("sentiment/seeds/seed-1", 32, 0.84, 4);
    return RunBrowser.browse(temporary.resolve("runs"), "127.0.0.1", 0);
  }

  @Test
  void sortsFiltersAndFollows() throws Exception {
    try (TrainingUi ui = browse();
        Browser browser = browser()) {
      browser.open(ui.url(), "/");
      browser.awaitScript("document.querySelectorAll('#rows tr').length === 5");
      assertThat(browser.script("document.title")).isEqualTo("Runs - Unroll");
      assertThat(browser.script(ROWS).toString())
          .startsWith("sentiment/seeds sentiment/seeds/seed-1 lab/")
          .endsWith("sentiment/large sentiment/small");
      assertThat(browser.text("#count")).isEqualTo("5 runs");

      browser.await("th:nth-child(8) button").sendKeys(Keys.ENTER);
      assertThat(browser.script(ROWS).toString()).startsWith("lab/").endsWith("sentiment/large");
      assertThat(browser.script("document.querySelector('th:nth-child(8)').ariaSort"))
          .isEqualTo("ascending");
      browser.await("th:nth-child(8) button").sendKeys(Keys.SPACE);
      assertThat(browser.script(ROWS).toString()).startsWith("sentiment/large");
      assertThat(browser.script("document.querySelector('th:nth-child(8)').ariaSort"))
          .isEqualTo("descending");

      browser.await("#filter").sendKeys("LSTM 128");
      assertThat(browser.script(ROWS)).isEqualTo("sentiment/large");
      assertThat(browser.text("#count")).isEqualTo("1 of 5 runs");
      browser.script("(document.getElementById('filter').value = '') || arrange()");
      browser.await("#app option:nth-child(2)").click();
      assertThat(browser.script(ROWS).toString()).startsWith("lab/").doesNotContain("sentiment");

      write("lab/later", 8, 0.5, 5);
      browser.awaitScript("document.querySelector('[data-run=\"lab/later\"]') !== null");
      assertThat(browser.script(ROWS).toString()).contains("lab/later").doesNotContain("sentiment");
      assertQuiet(browser, ui);
    }
  }

  @Test
  void comparesTwoAndGivesOutFiles() throws Exception {
    try (TrainingUi ui = browse();
        Browser browser = browser()) {
      browser.open(ui.url(), "/runs");
      browser.await("[id='tick-sentiment/small']").click();
      assertThat(browser.script("document.getElementById('compare').disabled")).isEqualTo(true);
      browser.await("[id='tick-sentiment/large']").click();
      browser.await("#compare").click();
      browser.await("#compared .chart svg .line");
      assertThat(browser.script("document.activeElement.id")).isEqualTo("compared-title");
      assertThat(browser.count("#compared .chart")).isEqualTo(2);
      assertThat(browser.text("#compared .legend")).isEqualTo("small large");
      assertThat(browser.count("#compared path.line.colour1")).isEqualTo(2);
      assertThat(browser.text(".differences tbody").lines().toList())
          .containsExactly("graph.cells.size 16 128");
      assertThat(browser.text("#compared .tables figure")).contains("small 0.8100", "large 0.9000");
      browser.screenshot("runs-compared");
      browser.script("location.reload()");
      browser.await("#compared .chart svg .line");
      browser.awaitScript("document.getElementById('tick-sentiment/large')?.checked");
      browser.await("#close").click();
      browser.awaitScript("document.getElementById('comparison').hidden");

      browser.await("[data-run='sentiment/small'] .files a").click();
      browser.await("p");
      assertThat(browser.script("getComputedStyle(document.querySelector('p')).color"))
          .as("its own style")
          .isEqualTo("rgb(0, 9, 0)");
      assertQuiet(browser, ui);
    }
  }

  @Test
  void readsOnNarrowScreensAndInTheDark() throws Exception {
    try (TrainingUi ui = browse();
        Browser browser = browser()) {
      for (String scheme : List.of("light", "dark")) {
        for (int width : List.of(400, 1280)) {
          browser.screen(width, 900, scheme);
          for (String page : List.of("runs", "samples")) {
            browser.open(ui.url(), "/" + page + "#run=sentiment/small&run=sentiment/large");
            browser.await(page.equals("runs") ? "#compared .line" : "#metrics .line");
            assertThat(
                    browser.script(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s at %d", page, width)
                .isEqualTo(0L);
            browser.screenshot(page + "-" + width + "-" + scheme);
          }
        }
      }
      assertQuiet(browser, ui);
    }
  }

  /** No script but ours ran, nothing failed, and no other host was asked. */
  private static void assertQuiet(Browser browser, TrainingUi ui) {
    assertThat(browser.script("document.title").toString()).isNotEqualTo("bad");
    assertThat(browser.count("#rows b[onclick], #rows img")).isZero();
    assertThat(browser.errors()).isEmpty();
    assertThat(
            browser.script(
                "performance.getEntriesByType('resource').map(each => new URL(each.name).origin).filter(each => each !== '"
                    + ui.url()
                    + "').join()"))
        .isEqualTo("");
  }
}
