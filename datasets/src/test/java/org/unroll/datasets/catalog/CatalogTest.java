package org.unroll.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unroll.core.config.UserError;

class CatalogTest {
  @Test
  void indexNamesEveryFile() throws IOException, URISyntaxException {
    Path folder = Path.of(Catalog.class.getResource("index.txt").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".yaml"))
              .map(file -> file.replace(".yaml", ""))
              .sorted()
              .toList();
      assertThat(Catalog.bundled().entries()).extracting(CatalogEntry::name).isEqualTo(names);
    }
  }

  @Test
  void treebankIsThere() {
    CatalogEntry sst2 = Catalog.bundled().get("sst2");
    assertThat(sst2.form()).isEqualTo(Form.ORIGINAL);
    assertThat(sst2.splits()).containsEntry("validation", "dev.txt").hasSize(3);
    assertThat(sst2.bytes()).isEqualTo(2_160_058 + 280_825 + 559_614);
    assertThat(sst2.files()).allMatch(file -> file.sha256().isPresent());
    assertThat(sst2.files().get(0).member()).contains("trees/train.txt");
  }

  @Test
  void unknownNameSaysTheNearest() {
    Catalog catalog = Catalog.bundled();
    assertThat(catalog.contains("sst2")).isTrue();
    assertThat(catalog.contains("sst-2")).isFalse();
    assertThatThrownBy(() -> catalog.get("sst-2"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean sst2?");
    assertThatThrownBy(() -> catalog.get("penn-treebank"))
        .isInstanceOf(UserError.class)
        .hasMessageNotContaining("did you mean");
  }

  @Test
  void mistakesInTheCatalogueAreFound() {
    assertWrong("titel: x", "unknown key titel");
    assertWrong(HEAD + "files: []", "no files");
    assertWrong(HEAD + "files: [{name: ../a, url: 'http://x'}]", "file name ../a");
    assertWrong(HEAD + "files: [{name: a, url: 'http://x', sha256: abc}]", "sha256 of a");
    assertWrong(HEAD + "files: [{name: a}]", "neither url");
    assertWrong(HEAD + "files: [{name: a, url: 'http://x'}]\nsplits: {train: b}", "split train");
  }

  private static final String HEAD =
      "{title: x, licence: x, citation: x, homepage: x, form: original}\n"
          .replaceAll("[{}]", "")
          .replace(", ", "\n");

  private static void assertWrong(String yaml, String message) {
    assertThatThrownBy(() -> new CatalogReader("toy").read(yaml))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("toy.yaml")
        .hasMessageContaining(message);
  }
}
