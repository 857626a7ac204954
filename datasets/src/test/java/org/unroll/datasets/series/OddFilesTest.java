package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.datasets.window.Experiment;

/** Names, packing and line ends of tables of series and of holidays. */
class OddFilesTest {
  private static final String ROWS =
      """
      timestamp,load,note
      2024-01-01 00:00,1,a
      2024-01-01 01:00,2,b
      2024-01-01 02:00,3,"c
      d"
      """;

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();

  private static Experiment experiment(Path file) {
    return new Experiment(
        """
        data: {source: '%s', batch: 4, split: {fractions: [0.4, 0.3, 0.3]}, max-bad-rows: 0}
        series: {targets: [load]}
        window: {past: 1, horizon: 1}
        """
            .formatted(file.toString().replace("'", "''")));
  }

  private static double[] load(Experiment experiment) {
    return experiment.read(Split.TEST).series().get(0).values("load");
  }

  private static Path packed(Path file, String content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content.getBytes());
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "50% #1 + ?", "a%20b", "%zz", "josé", "数据", "😀"})
  void pathsMayBeCalledAnything(String name) throws IOException {
    Path odd = Files.createDirectory(folder.resolve(name));
    Path file = Files.writeString(odd.resolve(name + ".csv"), ROWS);
    Experiment experiment = experiment(file);
    assertThat(load(experiment)).containsExactly(1, 2, 3);

    Path days = Files.writeString(odd.resolve(name), "2024-12-25\n");
    assertThat(Holidays.read(Optional.of(days.toString()), said::add).days()).hasSize(1);
  }

  @Test
  void aPackedTableMayEndInAQuotedLineBreak() throws IOException {
    assertThat(load(experiment(packed(folder.resolve("load.csv.gz"), ROWS))))
        .containsExactly(1, 2, 3);
  }

  @Test
  void damagedPackingIsTheUsersToMend() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain.csv.gz"), ROWS);
    assertRefused(plain, "plain.csv.gz: not packed by gzip");
    Path whole = packed(folder.resolve("cut.csv.gz"), ROWS);
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(whole, "cut.csv.gz: cut off");
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> load(experiment(file)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }

  @Test
  void returnsAloneEndNoRow() throws IOException {
    Path file = Files.writeString(folder.resolve("load.csv"), ROWS.replace("a\n", "a\ra\n"));
    Experiment experiment = experiment(file);
    assertThat(load(experiment)).containsExactly(1, 2, 3);
    assertThat(experiment.notices)
        .anyMatch(told -> told.startsWith(file + ": carriage returns") && told.contains("line 2"));
    Path mac = Files.writeString(folder.resolve("mac.csv"), ROWS.replace('\n', '\r'));
    assertThat(load(experiment(mac))).containsExactly(1, 2, 3);
  }

  @Test
  void holidaysEndAtTheEndOfALine() throws IOException {
    Path days =
        packed(
            folder.resolve("days.gz"),
            "\uFEFF2024-12-25 Christmas\r2024-01-09 is no holiday\r\n2024-12-26\n");
    assertThat(Holidays.read(Optional.of(days.toString()), said::add).days())
        .containsExactlyInAnyOrder(LocalDate.of(2024, 12, 25), LocalDate.of(2024, 12, 26));
    assertThat(said)
        .hasSize(1)
        .allMatch(told -> told.contains("days.gz: carriage returns") && told.contains("line 1"));
  }
}
