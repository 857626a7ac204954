package org.unroll.core.yaml;

/**
 * A configuration without a mistake.
 *
 * @param config the root record
 * @param tree what it was bound from
 */
public record Loaded<C extends Record>(C config, ConfigTree tree) {}
