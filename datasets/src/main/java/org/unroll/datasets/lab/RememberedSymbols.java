package org.unroll.datasets.lab;

/**
 * Symbols to be said again after a wait.
 *
 * @param symbols their numbers; not to be changed
 */
public record RememberedSymbols(int[] symbols) {}
