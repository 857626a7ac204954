package org.unroll.core.yaml;

/**
 * A part of the file that another library reads, kept as YAML text (DataVec's {@code
 * data.transform}).
 */
public record RawYaml(String text) {}
