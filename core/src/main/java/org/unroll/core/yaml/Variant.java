package org.unroll.core.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record of a sealed interface as the one bound when {@code key} holds one of {@code
 * names}: {@code @Variant(key = "layer", names = {"lstm", "rnn"})}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Variant {
  String key();

  String[] names();
}
