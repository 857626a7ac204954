package org.unroll.apps.forecast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.unroll.core.UserError;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.FlowYaml;
import org.unroll.datasets.ridge.WindowChoice;
import org.unroll.datasets.series.CalendarFeature;
import org.unroll.datasets.series.Frequency;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesDraft;
import org.unroll.datasets.series.SeriesSources;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.series.TimeAxis;
import org.unroll.datasets.table.FilePattern;
import org.unroll.datasets.table.GivenFiles;
import org.unroll.datasets.table.HeaderNames;
import org.unroll.datasets.table.TableDraft;
import org.unroll.datasets.table.TableSketch;
import org.unroll.datasets.window.WindowShape;

/**
 * Drafts a config for tables of series. Columns are told from the cells; steps and lengths from the
 * series, which are read as the draft says.
 */
final class ForecastDraft {
  private static final Hint HORIZON = Hint.number("horizon", "Steps to forecast.");

  /** Steps forecast at most unless more are asked for. */
  private static final int LONGEST = 144;

  private static final int FEW = 2_000;

  /**
   * The skip path begins as good as ridge regressions; a larger rate forgets that on noisy data.
   */
  private static final double RATE = 0.001;

  /**
   * Numbers that a window has at most when columns are tried, as the time grows by their square.
   */
  private static final int NUMBERS = 500;

  /** Share by which something must better a ridge regression to be worth it. */
  private static final double WORTH = 0.01;

  private final ForecastApp app;
  private final Draft draft = new Draft();

  private ForecastDraft(ForecastApp app) {
    this.app = app;
  }

  static List<Hint> hints() {
    List<Hint> hints = new ArrayList<>(SeriesDraft.HINTS);
    hints.add(HORIZON);
    return hints;
  }

  /**
   * @throws UserError if the files hold no series
   */
  static Draft of(ForecastApp app, List<String> names, Hints hints) {
    ForecastDraft draft = new ForecastDraft(app);
    draft.table(FilePattern.files("init", names), hints);
    return draft.draft;
  }

  private void table(List<Path> places, Hints hints) {
    TableDraft data = new TableDraft(draft);
    List<Path> tables = data.tables(places);
    if (tables.isEmpty()) {
      throw new UserError(places + ": no table; expected rows with a time stamp and numbers");
    }
    GivenFiles given = GivenFiles.of(tables);
    TableSketch table = data.sketch(given);
    HeaderNames names = SeriesDraft.fill(table, hints, draft);
    data.set(
        given, table, names, Map.entry("split", Map.of("fractions", List.of(0.7, 0.15, 0.15))));
    sizes(hints.number(HORIZON.name(), 1));
  }

  private void sizes(OptionalInt asked) {
    draft.set(SeriesDraft.SERIES, "calendar", List.of());
    SplitSeries all = series(config());
    Series first = all.series().get(0);
    Frequency frequency = first.axis().frequency();
    draft.saw(
        "steps: %s, %d series, the first with %,d from %s to %s",
        frequency.inWords(),
        all.series().size(),
        first.length(),
        first.axis().label(0),
        first.axis().label(first.length() - 1));
    draft.set(SeriesDraft.SERIES, "calendar", calendar(all));
    SplitSeries.Cut cut = all.parts().get(0);
    int validated = cut.to(Split.VALIDATION) - cut.from(Split.VALIDATION);
    int horizon = asked.orElse(Math.max(1, Math.min(usual(frequency), 2 * validated / 3)));
    draft.set("window", "horizon", horizon, "steps to forecast: " + inWords(horizon, frequency));
    if (horizon > validated) {
      throw new UserError(
          "--horizon: %d steps are more than the validation part has, %d; give fewer"
              .formatted(horizon, validated));
    }
    long windows = 0;
    for (SplitSeries.Cut each : all.parts()) {
      windows += Math.max(0, each.train() - 2L * horizon);
    }
    if (windows < FEW) {
      draft.set("data", "batch", 32);
      draft.set("train", "epochs", 20, "few windows an epoch");
      draft.ask("train", "%,d windows to train on are few: trust the verdict at the end", windows);
    }
    draft.set("train", "updater", Map.of("adam", RATE), "0.004 where there is much to learn");
    windows(all);
  }

  /** What a ridge regression tells: which columns help, and whether the latest steps do. */
  private void windows(SplitSeries all) {
    ForecastConfig with = config();
    List<String> columns = with.series().past();
    if (!columns.isEmpty()) {
      draft.set(SeriesDraft.SERIES, SeriesDraft.PAST, List.of());
    }
    ForecastConfig without = config();
    SplitSeries fewer = columns.isEmpty() ? all : series(without);
    WindowShape shape =
        WindowChoice.fit(
                without.series(), without.window(), fewer, new DataAccess(true, notice -> {}))
            .window();
    if (!columns.isEmpty()) {
      WindowShape quick = shape.withPast(Math.max(1, NUMBERS / (1 + columns.size())));
      double error = WindowChoice.error(without.series(), quick, fewer);
      double seeing = WindowChoice.error(with.series(), quick, all);
      past(columns, 1 - seeing / error);
    }
    double gain = WindowChoice.gainOfLatest(without.series(), shape, fewer);
    if (gain > WORTH) {
      draft.saw(
          "the latest steps before validation better a ridge regression by %.0f %%", 100 * gain);
      draft.set(
          "train",
          "refit",
          true,
          "at the end once more on train and validation, as the latest steps help much");
    }
  }

  /** Leaves out what is known up to the forecast where it does not help. */
  private void past(List<String> columns, double gain) {
    String change = String.format(Locale.ROOT, "%+.1f %%", -100 * gain);
    if (gain > WORTH) {
      String helps = "helps a ridge regression: error " + change;
      draft.set(SeriesDraft.SERIES, SeriesDraft.PAST, columns, helps);
    } else {
      draft.ask(
          SeriesDraft.SERIES,
          "%s: do not help a ridge regression on validation (error %s), and are left out; past: %s brings them back",
          String.join(", ", columns),
          change,
          FlowYaml.of(columns));
    }
  }

  private List<String> calendar(SplitSeries all) {
    List<String> features = new ArrayList<>();
    TimeAxis first = all.series().get(0).axis();
    for (CalendarFeature each : CalendarFeature.values()) {
      String name = each.name().toLowerCase(Locale.ROOT);
      if (!first.stamped() || !each.tells(first.frequency())) {
        continue;
      }
      if (turns(each, all)) {
        features.add(name);
      } else {
        draft.ask(
            SeriesDraft.SERIES,
            "calendar: %s is left out, as the training part, up to %s, has no whole cycle of it to learn from",
            name,
            first.label(all.parts().get(0).train() - 1));
      }
    }
    return features;
  }

  /** Whether the training part of a series has a whole cycle. */
  private static boolean turns(CalendarFeature feature, SplitSeries all) {
    for (int i = 0; i < all.parts().size(); i++) {
      TimeAxis axis = all.series().get(i).axis();
      if (feature.turnsWithin(axis.at(0), axis.at(all.parts().get(i).train()))) {
        return true;
      }
    }
    return false;
  }

  /** A day of shorter steps, a week of days, a month of weeks, a year of months and quarters. */
  private static int usual(Frequency frequency) {
    return switch (frequency.unit()) {
      case SECOND -> Math.min(LONGEST, frequency.stepsInDay());
      case DAY -> frequency.count() == 1 ? 7 : 4;
      default -> Math.max(2, 12 / frequency.count());
    };
  }

  private static String inWords(int horizon, Frequency frequency) {
    return new Frequency(frequency.unit(), horizon * frequency.count()).inWords();
  }

  /** The draft so far. */
  private ForecastConfig config() {
    ConfigText text = new ConfigText("the draft", draft.yaml(app.name(), "unfinished"));
    return AppConfig.load(app, List.of(text), List.of()).config();
  }

  private static SplitSeries series(ForecastConfig config) {
    DataAccess silent = new DataAccess(true, notice -> {});
    return new SeriesSources(config.series(), config.data(), silent).open().read(Split.VALIDATION);
  }
}
