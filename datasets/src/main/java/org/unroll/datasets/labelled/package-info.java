/** Texts with a class: sources, batches, simple models. */
package org.unroll.datasets.labelled;
