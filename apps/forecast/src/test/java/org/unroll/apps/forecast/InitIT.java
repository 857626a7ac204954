package org.unroll.apps.forecast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** From a table to a config that trains, without a word of YAML. */
class InitIT {
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  @TempDir private Path folder;

  private Unroll init(Path file, String... more) {
    List<String> all = new ArrayList<>(List.of("forecast", "init", file.toString()));
    all.addAll(List.of("--out", config().toString()));
    all.addAll(List.of(more));
    return Unroll.run(all.toArray(String[]::new));
  }

  private Path config() {
    return folder.resolve("mine.yaml");
  }

  private Path daily() throws IOException {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder("\uFEFFDatum;Flüge\n");
    for (int i = 0; i < 300; i++) {
      LocalDate day = START.toLocalDate().plusDays(i);
      int flights = 100 + 10 * day.getDayOfWeek().getValue() + random.nextInt(5);
      rows.append(day.format(format)).append(';').append(flights).append(",5\n");
    }
    return Files.write(folder.resolve("flights.csv"), rows.toString().getBytes(UTF_8));
  }

  @Test
  void daysOfAnotherCountryTrain() throws IOException {
    Unroll said = init(daily());

    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("read by d/M/yyyy")
        .contains("steps: 1 day, 1 series, the first with 300 from 2024-01-01 to 2024-10-26");
    assertThat(Files.readString(config()))
        .contains("decimal: ','")
        .contains("calendar: [weekday]")
        .contains("# calendar: season is left out, as the training part, up to 2024-07-28,")
        .contains("horizon: 7 # steps to forecast: 1 week");
    Unroll trained =
        Unroll.run(
            "forecast",
            "train",
            "-c",
            config().toString(),
            "--test",
            "--no-ui",
            "-s",
            "train.epochs=1",
            "-s",
            "threads=1",
            "--run-dir",
            folder.resolve("run").toString());
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("Scores on the test split").contains("seasonal-naive");
  }

  @Test
  void whatDoesNotHelpIsLeftOutAndWhatDoesIsRead() throws IOException {
    Random random = new Random(1);
    int[] ahead = random.ints(500, 0, 100).toArray();
    StringBuilder rows = new StringBuilder("timestamp,noise,leads,load\n");
    for (int i = 0; i < 480; i++) { // the load follows half a day later
      int load = i < 12 ? 50 : 2 * ahead[i - 12];
      rows.append(START.plusHours(i)).append(',').append(random.nextInt(100)).append(',');
      rows.append(ahead[i]).append(',').append(load).append('\n');
    }
    Path file = Files.writeString(folder.resolve("load.csv"), rows);

    assertThat(init(file, "--target", "load", "--horizon", "6").out())
        .contains("seen up to the forecast: noise, leads");
    assertThat(Files.readString(config())).contains("past: [noise, leads] # helps");
    assertThat(init(file, "--target", "noise", "--horizon", "6", "--force").out())
        .contains("? leads, load: do not help");
    assertThat(Files.readString(config())).contains("past: []");
  }

  @Test
  void aTableWithoutTimeIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n3,4\n5,6\n");
    Unroll said = init(file);

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("no column holds time stamps").contains("--time");
    assertThat(init(daily(), "--horizon", "none").err()).contains("--horizon: expected");
    assertThat(init(daily(), "--horizon", "200").err()).contains("validation part has, 45");
    assertThat(init(daily(), "--time", "Flüge").err()).contains("holds no time stamps");
    assertThat(config()).doesNotExist();
  }
}
