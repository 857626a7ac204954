package org.unroll.core.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.unroll.core.harness.Browser;
import org.unroll.core.harness.Unroll;
import org.unroll.core.model.RunAnswers;

/** A net that was trained is asked over HTTP and in a real browser. */
class PlayPageIT {
  private static final String RUN = "tiny/asked";
  @TempDir private static Path folder;
  private static RunAnswers answers;
  private static TrainingUi ui;

  @BeforeAll
  static void train() {
    Path run = folder.resolve("runs").resolve(RUN);
    Unroll trained =
        Unroll.run("tiny", "train", "--no-ui", "-s", "train.epochs=1", "--run-dir", run.toString());
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    answers = new RunAnswers();
    ui = TrainingUi.start("127.0.0.1", 0);
    ui.show(run);
  }

  @AfterAll
  static void close() {
    ui.close();
    answers.close();
  }

  private static HttpResponse<String> ask(String query, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ui.url() + "/play/answer?" + query))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static String form() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(ui.url() + "/play/form")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void answersOverHttp() throws Exception {
    ui.answering(null);
    assertThat(form()).contains("being trained here").doesNotContain("<textarea");
    assertThat(ask("run=" + RUN, "0110").statusCode()).isEqualTo(422);

    ui.answering(answers);
    assertThat(form()).contains("<option value=\"tiny/asked\" selected>", "<textarea");
    assertThat(ask("run=" + RUN, "0110").body()).containsPattern("(zero|one) 0\\.\\d+");
    assertThat(ask("run=" + RUN, "0110").statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhatCannotBeAnswered() throws Exception {
    ui.answering(answers);
    for (String[] each :
        new String[][] {
          {"run=" + RUN, "2<script>", "2<script>"},
          {"run=tiny/none", "0110", "there is no run called tiny/none"},
          {"run=../../etc", "0110", "there is no run called ../../etc"},
          {"", "0110", "there is no run called"},
          {"run=" + RUN + "&file=a.csv", "0110", "tiny/asked is asked with a text"}
        }) {
      HttpResponse<String> answer = ask(each[0], each[1]);
      assertThat(answer.statusCode()).as(each[0]).isEqualTo(422);
      assertThat(answer.body()).contains(each[2]);
      assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
    }
  }

  @Test
  void isUsedInABrowser() throws Exception {
    assumeTrue(Browser.WANTED, "-Dunroll.browser=none");
    ui.answering(answers);
    try (Browser browser = new Browser(folder.resolve("profile"))) {
      browser.open(ui.url(), "/play");
      browser.await("#text").sendKeys("0110", Keys.chord(Keys.CONTROL, Keys.ENTER));
      browser.await("#said");
      assertThat(browser.text("#said")).containsPattern("(zero|one) 0\\.\\d+");
      browser.screenshot("play");

      browser.await("#text").clear();
      browser.await("#text").sendKeys("<b>2</b>");
      browser.await("#ask").click();
      assertThat(browser.await("#answer .wrong").getText()).contains("<b>2</b>");
      assertThat(browser.count("#answer b")).isZero();
    }
  }
}
