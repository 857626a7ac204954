package org.unroll.apps.sentiment;

/** A text to classify. */
record TextInput(String text) {}
