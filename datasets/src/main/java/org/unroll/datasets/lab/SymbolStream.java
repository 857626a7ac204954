package org.unroll.datasets.lab;

/**
 * Symbols one after the other.
 *
 * @param symbols their numbers; not to be changed
 */
public record SymbolStream(int[] symbols) {}
