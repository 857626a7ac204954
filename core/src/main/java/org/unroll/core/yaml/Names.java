package org.unroll.core.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The YAML names of an enum constant, the first being the one that is printed; without it the name
 * is the constant in kebab-case ({@code FINAL_STATE} is {@code final-state}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Names {
  String[] value();
}
