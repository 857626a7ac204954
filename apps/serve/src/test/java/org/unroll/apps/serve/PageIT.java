package org.unroll.apps.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Browser;
import org.unroll.core.harness.TinyRuns;
import org.unroll.core.model.Sharing;

/** The page in a real browser, of a service that asks for a token. */
@Timeout(120)
class PageIT {
  @TempDir private Path folder;

  @Test
  void whoKnowsTheTokenAsks() throws Exception {
    assumeTrue(Browser.WANTED, "-Dunroll.browser=none");
    Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef0123");
    TinyRuns runs = new TinyRuns(folder);
    Map<String, Path> served = Map.of("texts", runs.sentiment(), "pictures", runs.caption());
    Optional<BearerToken> token = Optional.of(BearerToken.read(file));
    try (TestService service = TestService.of(served, TestService.LIMITS, Sharing.DEFAULT, token);
        Browser browser = new Browser(folder.resolve("profile"))) {
      browser.open(service.url(), "/");
      browser.await("#token").sendKeys("wrong");
      browser.await("#question button").click();
      browser.await("#token").sendKeys("0123456789abcdef0123\n");
      assertThat(browser.await("#asked-run").getText()).contains("pictures", "texts");

      browser.open(service.url(), "/play#run=texts");
      browser.await("#text").sendKeys("it is dull");
      browser.await("#ask").click();
      assertThat(browser.await("#said").getText()).containsAnyOf("good", "bad");

      browser.open(service.url(), "/play#run=pictures");
      browser.await("#file").sendKeys(runs.picture(0).toString());
      browser.await("#ask").click();
      browser.await("#answer .sample img");
      browser.screen(400, 800, "dark");
      browser.screenshot("served");
      assertThat(browser.script("document.body.scrollWidth <= innerWidth")).isEqualTo(true);
      // the token that was wrong
      assertThat(browser.errors()).allMatch(error -> error.contains("401"));
    }
  }
}
