package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

class ConfigTextTest {
  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("a.yaml"), bytes);
  }

  @Test
  void readsUtf8AndDropsTheByteOrderMark() throws IOException {
    Path file = file("\uFEFFapp: žluťoučký\n".getBytes(StandardCharsets.UTF_8));

    assertThat(ConfigText.of(file)).isEqualTo(new ConfigText(file.toString(), "app: žluťoučký\n"));
  }

  @Test
  void aByteOrderMarkDoesNotShiftPositions() {
    ConfigText text = new ConfigText("a.yaml", "\uFEFFsead: 1");

    assertThatThrownBy(
            () ->
                new ConfigLoader<>(Experiment.class)
                    .load(Experiment.DEFAULTS, List.of(text), List.of()))
        .hasMessage("a.yaml:1:1: sead: unknown key 'sead'; did you mean 'seed'?");
  }

  @Test
  void whatCannotBeReadIsTheUsersMistake() throws IOException {
    assertThatThrownBy(() -> ConfigText.of(folder.resolve("none.yaml")))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("none.yaml: no such file; check the path given with -c");
    assertThatThrownBy(() -> ConfigText.of(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a folder");
    Path latin = file(new byte[] {'a', ':', ' ', (byte) 0xE9});
    assertThatThrownBy(() -> ConfigText.of(latin))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("a.yaml: is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void aLargeFileIsRefusedUnread() throws IOException {
    Path large = file(new byte[10 << 20]);

    assertThatThrownBy(() -> ConfigText.of(large))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("too large for a configuration (10485760 bytes, the limit is 1 MB)");
    assertThatThrownBy(() -> new ConfigText("a", "x".repeat(2 << 20)))
        .isInstanceOf(UserError.class);
  }
}
