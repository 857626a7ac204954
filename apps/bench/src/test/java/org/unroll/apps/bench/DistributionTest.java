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
    List<String> artifacts = new ArrayList<>();
    for (String module : ArchitectureTest.modules()) {
      String pom = Files.readString(APPS.resolve(module).resolve("pom.xml"));
      artifacts.add(found(pom).get(1)); // the first is its parent
    }

    String distribution = Files.readString(APPS.resolve("dist/pom.xml"));
    assertThat(artifacts).contains("unroll-sentiment", "unroll-bench");
    assertThat(found(distribution)).containsAll(artifacts);
  }

  private static List<String> found(String pom) {
    Matcher ours = Pattern.compile("<artifactId>(unroll-.*?)</artifactId>").matcher(pom);
    return ours.results().map(each -> each.group(1)).toList();
  }
}
