package org.unroll.datasets.labelled;

/** A text to classify. */
public record TextInput(String text) {}
