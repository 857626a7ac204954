/**
 * Recordings of the user and of data sets: which there are, what is known of each, their labels by
 * frame, their parts and folds.
 */
package org.unroll.datasets.recording;
