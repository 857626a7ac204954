package org.unroll.datasets.sample;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** A scene of one group of shapes. */
record LoneGroup(SceneGroup group, GroupPlace place) implements Scene {
  @Override
  public Set<String> descriptions() {
    Set<String> descriptions = new LinkedHashSet<>();
    String verb = group.verb();
    for (String things : group.phrases()) {
      descriptions.add(things);
      descriptions.add("there %s %s".formatted(verb, things));
      descriptions.add("%s %s".formatted(things, place.words()));
      descriptions.add("there %s %s %s".formatted(verb, things, place.words()));
      descriptions.add("%s %s %s".formatted(things, verb, place.words()));
      descriptions.add("%s there %s %s".formatted(place.words(), verb, things));
    }
    return Collections.unmodifiableSet(descriptions);
  }
}
