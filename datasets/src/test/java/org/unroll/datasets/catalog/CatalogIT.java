package org.unroll.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;

/** Every data set of the catalogue: from the mirror, if UNROLL_MIRROR is a folder, and without. */
class CatalogIT {
  private static final String MIRROR = System.getenv().getOrDefault("UNROLL_MIRROR", "");

  @TempDir Path folder;

  static List<String> names() {
    return Catalog.bundled().entries().stream().map(CatalogEntry::name).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theMirrorsCopyIsFetchedAndVerified(String name) {
    assumeTrue(Files.isDirectory(Path.of(MIRROR).resolve(name)), "UNROLL_MIRROR has no " + name);
    DataStore store = store(Optional.of(MIRROR));
    DataFolder there = store.fetch(name);
    CatalogEntry entry = Catalog.bundled().get(name);
    assertThat(there.digests()).hasSameSizeAs(entry.preferred().files());
    assertThat(store.verify(name))
        .allMatch(state -> state.kind() == FileState.Kind.VERIFIED)
        .hasSameSizeAs(entry.preferred().files());
    assertThat(store.find(name)).contains(there.path());
  }

  @ParameterizedTest
  @MethodSource("names")
  void withoutMirrorAndNetworkItSaysWhatToDo(String name) {
    assertThatThrownBy(() -> store(Optional.empty()).fetch(name))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("UNROLL_MIRROR")
        .hasMessageContaining(folder.resolve(name).toString());
    assertThat(folder.resolve(name + "/.incoming")).isEmptyDirectory();
  }

  private DataStore store(Optional<String> mirror) {
    return new DataStore(
        Catalog.bundled(),
        new StoreSettings(folder, mirror, true, Duration.ofSeconds(1)),
        new DataAccess(true, notice -> {}));
  }
}
