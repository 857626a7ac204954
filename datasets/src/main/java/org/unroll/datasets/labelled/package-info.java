/** Texts with a class: sources, batches, naive Bayes. */
package org.unroll.datasets.labelled;
