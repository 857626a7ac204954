package org.unroll.core.app;

/**
 * A word of a text and how much an answer owes to it: the probability of the class that the net
 * names, with the whole text, less that without the word (occlusion, as Zeiler &amp; Fergus, ECCV
 * 2014, do with pictures). Above 0 the word speaks for the answer, below 0 against it.
 *
 * @param word as it stands in the text
 * @param weight −1 to 1
 */
public record WeighedWord(String word, double weight) {}
