package org.unroll.core.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** Chromium without a window. Only {@code -Dunroll.browser=none} leaves its tests out. */
public final class Browser implements AutoCloseable {
  public static final boolean WANTED = !System.getProperty("unroll.browser", "").equals("none");

  private final ChromeDriver driver;

  public Browser(Path profile) {
    File chromium = new File(System.getProperty("unroll.browser", "/usr/bin/chromium"));
    File chromedriver = new File(System.getProperty("unroll.driver", "/usr/bin/chromedriver"));
    assertThat(chromium.canExecute()).as("Chromium; or -Dunroll.browser=<path or none>").isTrue();
    assertThat(chromedriver.canExecute()).as("its driver; or -Dunroll.driver=<path>").isTrue();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1400,1000",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromedriver).build();
    driver = new ChromeDriver(service, options);
  }

  public void open(URI url, String path) {
    driver.get(url + path);
  }

  /** Waits until an element is there. */
  public WebElement await(String selector) {
    until(selector, () -> count(selector) > 0);
    return driver.findElement(By.cssSelector(selector));
  }

  /** Waits until the expression is true. */
  public void awaitScript(String expression) {
    until(expression, () -> Boolean.TRUE.equals(driver.executeScript("return " + expression)));
  }

  private void until(String what, BooleanSupplier reached) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("%s within 30 s at %s", what, driver.getCurrentUrl())
          .isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  public Object script(String expression) {
    return driver.executeScript("return " + expression);
  }

  /** A window of that width, however narrow, on a screen that asks for light or dark. */
  public void screen(int width, int height, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What the pages complained of since the last call. */
  public List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  public String text(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  public int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  public void screenshot(String name) throws IOException {
    Path directory = Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(directory.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
