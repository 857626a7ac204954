package org.unroll.core.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What this program was built from. */
public final class Build {
  /** In a distribution: its commit, version and platform. */
  private static final String FILE = "build.properties";

  private static final String UNKNOWN = "unknown";

  private Build() {}

  /** As the POM says; {@code development} where Maven did not build it. */
  public static String version() {
    Properties written = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("version.properties")) {
      written.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version", e);
    }
    String version = written.getProperty("version");
    return version.startsWith("$") ? "development" : version;
  }

  /**
   * The commit of the sources, with {@code -dirty} if they were changed; {@code unknown} where
   * neither a distribution nor git tells.
   */
  public static String commit() {
    Path file = Checkout.folder().resolve(FILE);
    return Files.exists(file) ? distributed(file) : checkedOut();
  }

  private static String distributed(Path file) {
    Properties written = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      written.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return written.getProperty("commit", UNKNOWN);
  }

  /** Git may be missing, and the program may run outside its tree. */
  private static String checkedOut() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--abbrev=40", "--dirty", "--exclude=*")
              .directory(Checkout.folder().toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? text : UNKNOWN;
    } catch (IOException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }
}
