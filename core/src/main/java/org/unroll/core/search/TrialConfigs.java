package org.unroll.core.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.Loaded;

/**
 * The configs that a search trains: first that which it begins with, then those drawn, no two of
 * them equal. What a config refuses is told before anything is trained.
 */
final class TrialConfigs<C extends Record & RunConfig> {
  /** So many draws in a row without a new config are the end of a small space. */
  private static final int FRUITLESS = 10_000;

  private final App<C> app;
  private final Loaded<C> base;
  private final SearchSpace space;
  private final Map<List<String>, Loaded<C>> accepted = new LinkedHashMap<>();
  private final Map<List<String>, String> refused = new LinkedHashMap<>();
  private final Set<C> known = new LinkedHashSet<>();

  /**
   * @throws UserError if a key or a value is none of the config's
   */
  TrialConfigs(App<C> app, Loaded<C> base, SearchSpace space) {
    this.app = app;
    this.base = base;
    this.space = space;
    known.add(base.config());
    throwIfAny(mistakes(false));
  }

  /**
   * Draws until there are so many trials, that of the base counted, or no more.
   *
   * @throws UserError if a value fits in no config
   */
  TrialConfigs<C> drawn(long seed, int trials) {
    int fruitless = 0;
    for (int n = 1; accepted.size() + 1 < trials && fruitless < FRUITLESS; n++) {
      fruitless = take(space.draw(seed, n)) ? 0 : fruitless + 1;
    }
    return checked();
  }

  /** All combinations of listed values; {@link #drawn} says what else. */
  TrialConfigs<C> grid() {
    space.grid().forEach(this::take);
    return checked();
  }

  /** Whether it is a config that was not there before. */
  private boolean take(List<String> values) {
    if (accepted.containsKey(values) || refused.containsKey(values)) {
      return false;
    }
    try {
      Loaded<C> loaded = AppConfig.vary(app, base, space.settings(values));
      boolean isNew = known.add(loaded.config());
      if (isNew) {
        accepted.put(values, loaded);
      }
      return isNew;
    } catch (UserError e) {
      refused.put(values, e.getMessage());
      return false;
    }
  }

  private TrialConfigs<C> checked() {
    throwIfAny(mistakes(true));
    if (accepted.isEmpty()) {
      String why =
          refused.isEmpty() ? "every value is that of the config already" : leftOut().get(0);
      throw new UserError("nothing to search: " + why);
    }
    return this;
  }

  /** The values of each drawn trial, with its config. */
  Map<List<String>, Loaded<C>> configs() {
    return accepted;
  }

  /** Draws that no config can hold, each with its reason. */
  List<String> leftOut() {
    List<String> lines = new ArrayList<>();
    refused.forEach(
        (values, why) ->
            lines.add(
                String.join(", ", space.settings(values))
                    + ": "
                    + why.lines().findFirst().orElse("")));
    return lines;
  }

  /** What the base has in place of a draw; empty for what it leaves out or writes as a map. */
  List<String> valuesOfBase() {
    return space.keys().stream()
        .map(key -> base.tree().value(key.keys().get(0)).orElse(""))
        .toList();
  }

  /**
   * @param drawn whether a value that does not fit the base alone is a mistake, as no draw took it
   */
  private List<String> mistakes(boolean drawn) {
    Set<String> mistakes = new LinkedHashSet<>();
    for (int i = 0; i < space.keys().size(); i++) {
      SearchedKey key = space.keys().get(i);
      for (String value : key.values().probes()) {
        boolean asked = !drawn || isRefusedAlways(i, value);
        String why = asked ? refusal(key.settings(value), drawn) : "";
        why.lines().forEach(mistakes::add);
      }
    }
    return List.copyOf(mistakes);
  }

  private boolean isRefusedAlways(int key, String value) {
    return refused.keySet().stream().anyMatch(values -> values.get(key).equals(value))
        && accepted.keySet().stream().noneMatch(values -> values.get(key).equals(value));
  }

  /**
   * Why the base cannot hold a value, or empty.
   *
   * @param fitting whether it must fit the other values too, which a draw may change
   */
  private String refusal(List<String> settings, boolean fitting) {
    try {
      Loaded<C> varied =
          fitting
              ? AppConfig.vary(app, base, settings)
              : new ConfigLoader<>(app.configType()).vary(base, settings);
      return watched(varied).equals(watched(base))
          ? ""
          : "--over %s: trials are ranked by this metric, so it stays as it is: leave it out"
              .formatted(String.join(", ", settings));
    } catch (UserError e) {
      return overs(e.getMessage(), settings);
    }
  }

  /** A message about settings as one about what was typed. */
  private static String overs(String message, List<String> settings) {
    String told = message;
    for (String setting : settings) {
      told = told.replace("-s " + setting, "--over " + setting);
    }
    return told;
  }

  private String watched(Loaded<C> loaded) {
    return loaded.config().train().earlyStop().metric();
  }

  private static void throwIfAny(List<String> mistakes) {
    if (!mistakes.isEmpty()) {
      throw new UserError(String.join("\n", mistakes));
    }
  }
}
