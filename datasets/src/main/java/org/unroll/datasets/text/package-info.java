/**
 * Texts with a class: readers of tables and treebanks on DataVec, tokeniser, vocabulary, batches,
 * pretrained vectors and a naive Bayes baseline.
 */
package org.unroll.datasets.text;
