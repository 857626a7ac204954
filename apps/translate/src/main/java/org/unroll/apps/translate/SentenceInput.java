package org.unroll.apps.translate;

/** A sentence to translate. */
record SentenceInput(String text) {}
