package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What goes into the distribution. */
class DistributionTest {
  private static final Path APPS = Path.of("..");

  @Test
  void holdsAllModules() throws IOException {
    String modules = Files.readString(APPS.resolve("pom.xml"));
    List<String> artifacts = new ArrayList<>();
    for (String module : found("<module>(\\w+)</module>", modules)) {
      if (!module.equals("dist")) {
        String pom = Files.readString(APPS.resolve(module).resolve("pom.xml"));
        artifacts.add(found("<artifactId>(.*?)</artifactId>", pom).get(1)); // 0 is its parent
      }
    }

    String distribution = Files.readString(APPS.resolve("dist/pom.xml"));
    assertThat(artifacts).contains("unroll-sentiment", "unroll-bench");
    assertThat(found("<artifactId>(unroll-.*?)</artifactId>", distribution)).containsAll(artifacts);
  }

  private static List<String> found(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
