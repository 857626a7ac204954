package org.unroll.datasets.pair;

/** A sentence to translate. */
public record SentenceInput(String text) {}
