package org.unroll.core.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.unroll.core.UserError;
import org.unroll.core.harness.Browser;

/** The pages in a real browser, over real trainings. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class TrainingUiIT {
  @TempDir Path temporary;

  @BeforeEach
  void browserWanted() {
    assumeTrue(Browser.WANTED, "-Dunroll.browser=none");
  }

  private Path run(String name) throws Exception {
    return Files.createDirectories(temporary.resolve("runs").resolve(name));
  }

  @Test
  void showsTheScoreAndTheSamplesOfATraining() throws Exception {
    Path directory = run("sentiment/20260101-120000-tiny");
    try (TrainingUi ui = TrainingUi.start("127.0.0.1", 0);
        Browser browser = new Browser(temporary.resolve("profile"))) {
      TinyRun training =
          new TinyRun(
              directory,
              ui.listen(directory.resolve("stats.dl4j"), "sentiment/20260101-120000-tiny", 2));
      for (int epoch = 1; epoch <= 10; epoch++) {
        training.epoch(epoch, 4);
      }

      browser.open(ui.url(), "/train/overview");
      browser.awaitScript(
          "window.jQuery && $('#scoreiterchart').data('plot')"
              + " && $('#scoreiterchart').data('plot').getData()[0].data.length >= 15");
      browser.await("#scoreiterchart .legend");
      browser.screenshot("overview");

      browser.await("#samplesTab").click();
      browser.await(".sample .bars button");
      assertThat(browser.count(".sample")).isEqualTo(3);
      assertThat(browser.text(".badge-state")).isEqualTo("training now");
      assertThat(browser.text(".sample .text")).isEqualTo("a <b>warm</b> & funny film, never dull");
      assertThat(browser.count(".sample .text b")).isZero();
      assertThat(browser.script("document.title")).isEqualTo("Samples - Unroll");
      assertThat(browser.count(".curves svg")).isEqualTo(2);
      assertThat(browser.text("h3 .wrong")).isEqualTo("✗ wrong");
      assertThat(browser.script("document.querySelector('#run').value"))
          .isEqualTo("sentiment/20260101-120000-tiny");
      browser.screenshot("samples");

      training.epoch(11, 4);
      browser.awaitScript("document.querySelector('tr.shown td').textContent === '11'");
      browser.await("#epochs-0 summary").click();
      browser.await("#epoch-0-2").click();
      browser.awaitScript("document.querySelector('tr.shown td').textContent === '2'");
      training.epoch(12, 4);
      browser.await("#epoch-0-12");
      assertThat(browser.text("tr.shown td")).as("still open, at the epoch chosen").isEqualTo("2");
      assertThat(browser.script("document.activeElement.id")).isEqualTo("epoch-0-2");
      assertThat(browser.count("#epochs-0[open] tbody tr")).isEqualTo(12);
      browser.screenshot("samples-epoch-2");

      assertThat(browser.text(".epoch-slider output")).isEqualTo("various");
      browser.await("#epoch-of-all").sendKeys(Keys.HOME);
      browser.awaitScript(
          "document.querySelectorAll('[id$=\"-1\"][aria-pressed=true]').length === 3");
      browser.await("#epoch-of-all").sendKeys(Keys.ARROW_RIGHT);
      browser.awaitScript(
          "document.querySelectorAll('[id$=\"-2\"][aria-pressed=true]').length === 3");
      assertThat(browser.text(".epoch-slider output")).isEqualTo("2");
      assertThat(browser.script("document.activeElement.id")).isEqualTo("epoch-of-all");
      browser.screenshot("samples-all-at-epoch-2");

      browser.open(ui.url(), "/train/model");
      browser.await("#samplesTab");
      browser.awaitScript("document.querySelectorAll('#layers canvas, canvas').length > 0");
      browser.script("setSelectedVertex(1) || renderModelPage(false)");
      browser.awaitScript(
          "$('#parametershistogram').data('plot') && $('#updateshistogram').data('plot')"
              + " && !!$('#parametershistogram').data('plot').getData().length");
      browser.screenshot("model");
    }
  }

  @Test
  void opensAKilledRunAndLinksToOneStillInTraining() throws Exception {
    Path killed = run("sentiment/20260101-killed");
    Path other = run("sentiment/20260102-other");
    Path damaged = run("charlm/20260103-damaged");
    Files.writeString(damaged.resolve("stats.dl4j"), "this is no database");
    Files.writeString(damaged.resolve("metrics.jsonl"), "{\"epoch\":1,\"train\":{\"loss\":2.5}}\n");
    Process process = TrainingProcess.start(killed, "sentiment/20260101-killed");
    Path runs = temporary.resolve("runs");
    try (Browser browser = new Browser(temporary.resolve("profile"))) {
      try (TrainingUi training = TrainingUi.start("127.0.0.1", 0)) {
        assertThatThrownBy(() -> training.listen(killed.resolve("stats.dl4j"), "killed", 1))
            .isInstanceOf(UserError.class)
            .hasMessageContaining("is open in another process");
        TinyRun run =
            new TinyRun(other, training.listen(other.resolve("stats.dl4j"), "an older name", 1));
        for (int epoch = 1; epoch <= 4; epoch++) {
          run.epoch(epoch, 4);
        }
      }
      try (TrainingUi ui = RunBrowser.browse(runs, "127.0.0.1", 0)) {
        browser.open(ui.url(), "/samples#run=sentiment%2F20260101-killed");
        String link = browser.await("#elsewhere").getAttribute("href");
        assertThat(link).startsWith("http://127.0.0.1:").isNotEqualTo(ui.url() + "/");
        browser.await(".sample");
        browser.screenshot("elsewhere");
        browser.open(ui.url(), "/samples#run=charlm%2F20260103-damaged");
        browser.await("#charts").click();
        browser.awaitScript(
            "document.querySelector('.note')?.textContent.includes('stats.dl4j is damaged')");
        browser.screenshot("damaged");
        process.destroyForcibly().waitFor();
        browser.open(ui.url(), "/samples#run=sentiment%2F20260101-killed");
        browser.await("#charts"); // Found free by the browser, without a restart.
      } finally {
        process.destroyForcibly().waitFor();
      }
      try (TrainingUi ui = RunBrowser.browse(runs, "127.0.0.1", 0)) {
        browser.open(ui.url(), "/samples#run=sentiment%2F20260101-killed");
        browser.awaitScript("document.querySelector('.badge-state')?.textContent === 'stored'");
        browser.await("#charts").click();
        browser.awaitScript(
            "window.jQuery && $('#shownRun').text() === 'sentiment/20260101-killed'"
                + " && $('#scoreiterchart').data('plot')"
                + " && $('#scoreiterchart').data('plot').getData()[0].data.length >= 10");
        browser.screenshot("killed");
        browser.open(ui.url(), "/samples#run=sentiment%2F20260102-other");
        browser.await("#charts[data-run='sentiment/20260102-other']").click();
        browser.awaitScript("window.jQuery && $('#sessionSelect option').length === 2");
        browser.script("$('#sessionSelect').val('sentiment/20260102-other') && selectNewSession()");
        browser.awaitScript("currSession === 'sentiment/20260102-other'");
      }
    }
  }

  @Test
  void drawsForecastsAndTheMainCurves() throws Exception {
    Path run = run("forecast/20260104-load");
    Files.writeString(run.resolve("config.yaml"), "train: {early-stop: {metric: nd}}");
    LoadRun.write(run);
    try (TrainingUi ui = RunBrowser.browse(temporary.resolve("runs"), "127.0.0.1", 0);
        Browser browser = new Browser(temporary.resolve("profile"))) {
      browser.open(ui.url(), "/samples#run=forecast%2F20260104-load");
      browser.await(".sample svg path.band");
      assertThat(browser.count(".sample")).isEqualTo(2);
      assertThat(browser.text(".sample h3 span")).isEqualTo("from 2024-03-02 00:00");
      assertThat(browser.text(".sample .epochs span")).isEqualTo("epoch 12: mae 80.25");
      assertThat(browser.script("document.querySelector('.sample svg').outerHTML").toString())
          .doesNotContain("NaN");
      assertThat(browser.count("#metrics > .curves > .chart")).isEqualTo(5);
      assertThat(browser.text(".chart:nth-child(2) figcaption")).isEqualTo("nd by epoch");
      assertThat(browser.script("document.querySelector('.curves circle title').textContent"))
          .isEqualTo("epoch 1: 0.2000");
      browser.screenshot("series");

      browser.await(".bars button").click();
      browser.awaitScript(
          "document.querySelector('.sample .epochs span').textContent.startsWith('epoch 1: ')");
      browser.await("#further-curves summary").click();
      assertThat(browser.count("#further-curves[open] .chart")).isEqualTo(2);
      browser.screenshot("series-epoch-1");
    }
  }

  @Test
  void drawsTranslationsAndWhereTheNetLooked() throws Exception {
    Path run = run("translate/20260105-pairs");
    Files.writeString(run.resolve("config.yaml"), "train: {early-stop: {metric: bleu}}");
    PairRun.write(run);
    try (TrainingUi ui = RunBrowser.browse(temporary.resolve("runs"), "127.0.0.1", 0);
        Browser browser = new Browser(temporary.resolve("profile"))) {
      browser.open(ui.url(), "/samples#run=translate%2F20260105-pairs");
      browser.await(".sample svg.alignment rect");
      assertThat(browser.count(".sample")).isEqualTo(2);
      assertThat(browser.count("svg.alignment rect")).isEqualTo(25); // 5 words by 5 words
      assertThat(browser.count("svg.alignment")).isEqualTo(1); // the other looks nowhere
      assertThat(browser.text(".words tr:nth-child(1) td"))
          .isEqualTo("the big <b>dog</b> sleeps .");
      assertThat(browser.text(".words tr.right td")).isEqualTo("le grand chien dort .");
      assertThat(browser.text(".words tr.wrong td")).isEqualTo("le le le");
      assertThat(browser.count(".sample h3 .right")).isEqualTo(1);
      assertThat(browser.count(".sample thead + tbody tr")).isEqualTo(20); // 10 epochs each
      browser.screenshot("pairs");

      browser.await("#epoch-0-2").click();
      browser.awaitScript("document.querySelectorAll('svg.alignment rect').length === 10");
      assertThat(browser.text(".words tr.wrong td")).isEqualTo("le grand");
    }
  }
}
