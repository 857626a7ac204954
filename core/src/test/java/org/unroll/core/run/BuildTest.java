package org.unroll.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  private static final String HOME = "unroll.home";

  @TempDir private Path home;

  private final String before = System.getProperty(HOME);

  @BeforeEach
  void move() {
    System.setProperty(HOME, home.toString());
  }

  @AfterEach
  void moveBack() {
    if (before == null) {
      System.clearProperty(HOME);
    } else {
      System.setProperty(HOME, before);
    }
  }

  @Test
  void aDistributionTellsItsCommit() throws IOException {
    Files.writeString(home.resolve("build.properties"), "version=1\ncommit=abc-dirty\n");

    assertThat(Build.commit()).isEqualTo("abc-dirty");
  }

  @Test
  void aFolderWithoutEitherTellsNothing() {
    assertThat(Build.commit()).isEqualTo("unknown");
  }
}
