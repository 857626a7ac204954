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
import org.unroll.core.UserError;

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
    assertThat(sst2.preferred().bytes()).isEqualTo(2_160_058 + 280_825 + 559_614);
    assertThat(sst2.preferred().files().get(0).packed())
        .contains(new CatalogFile.Packed("trainDevTestTrees_PTB.zip", "trees/train.txt"));
  }

  @Test
  void everyFileOfAPreferredLayoutHasSizeAndDigest() {
    for (CatalogEntry entry : Catalog.bundled().entries()) {
      assertThat(entry.preferred().files())
          .as(entry.name())
          .allMatch(file -> file.sha256().isPresent() && file.bytes() > 0);
      assertThat(entry.layouts()).as(entry.name()).hasSize(entry.form() == Form.DERIVED ? 2 : 1);
    }
  }

  @Test
  void whatMayNotBeRedistributedHasNoAddress() {
    CatalogEntry flickr = Catalog.bundled().get("flickr8k-128");
    for (Layout layout : flickr.layouts()) {
      assertThat(layout.files()).allMatch(file -> file.url().isEmpty());
    }
    assertThat(flickr.obtain().orElseThrow()).contains("may not be redistributed");
  }

  @Test
  void commonAddressesStandOnce() {
    String yaml =
        HEAD + "base: https://x.example/d/\nfiles: [{name: a/b.txt}, {name: c, url: 'http://y'}]";
    assertThat(new CatalogReader("toy").read(yaml).preferred().files())
        .extracting(file -> file.url().orElseThrow().toString())
        .containsExactly("https://x.example/d/a/b.txt", "http://y");
    String packed =
        HEAD
            + "archive: https://x.example/a.zip\nfiles: [{name: b/}, {name: c, of: d/c}, {name: e/, of: /}]";
    assertThat(new CatalogReader("toy").read(packed).preferred().files())
        .extracting(file -> file.packed().orElseThrow())
        .containsExactly(
            new CatalogFile.Packed("a.zip", "b/"),
            new CatalogFile.Packed("a.zip", "d/c"),
            new CatalogFile.Packed("a.zip", ""));
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
    assertWrong("titel: x", "unknown key 'titel'");
    assertWrong(HEAD + "files: []", "no files");
    assertWrong(HEAD + "files: [{name: ../a, url: 'http://x'}]", "file name ../a");
    assertWrong(HEAD + "files: [{name: a, url: 'http://x', sha256: abc}]", "sha256 of a");
    assertWrong(HEAD + "files: [{name: a}]", "neither url");
    assertWrong(HEAD + "files: [{name: a/, url: 'http://x'}]", "no archive that has a/");
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
