package org.unroll.core.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Groups of keys that exclude each other, each group as space-separated YAML names: {@code
 * {"source", "train validation test"}}. Exactly one group must be present. When a delta gives keys
 * of one group, the base's keys of the other groups are dropped, so {@code updater: {sgd: 0.1}}
 * replaces {@code updater: {adam: 0.001}}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Alternatives {
  String[] value();
}
