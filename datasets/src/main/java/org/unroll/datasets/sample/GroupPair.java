package org.unroll.datasets.sample;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** A scene of two groups of shapes: the first is so to the second. */
record GroupPair(SceneGroup first, GroupRelation relation, SceneGroup second) implements Scene {
  @Override
  public Set<String> descriptions() {
    GroupPair other = new GroupPair(second, relation.inverse(), first);
    boolean asRead = relation.readsOn();
    Set<String> descriptions = new LinkedHashSet<>();
    descriptions.addAll(asRead ? described() : other.described());
    descriptions.addAll(asRead ? other.described() : described());
    return Collections.unmodifiableSet(descriptions);
  }

  /** From the first group's view. */
  private Set<String> described() {
    Set<String> described = new LinkedHashSet<>();
    String verb = first.verb();
    String here = relation.place().words();
    String opposite = relation.inverse().place().words();
    for (String one : first.phrases()) {
      for (String other : second.phrases()) {
        for (String words : relation.words()) {
          described.add("%s %s %s".formatted(one, words, other));
          described.add("%s %s %s %s".formatted(one, verb, words, other));
          described.add("there %s %s %s %s".formatted(verb, one, words, other));
        }
        described.add("%s with %s %s".formatted(other, one, relation.to(second)));
        described.add("%s %s and %s %s".formatted(one, here, other, opposite));
      }
    }
    return described;
  }
}
