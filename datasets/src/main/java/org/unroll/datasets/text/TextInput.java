package org.unroll.datasets.text;

/** A text that a net is asked about. */
public record TextInput(String text) {}
