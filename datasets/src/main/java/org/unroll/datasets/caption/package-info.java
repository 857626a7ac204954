/**
 * Pictures with captions: read from the files that such data sets come in, decoded once or given as
 * features that were computed elsewhere, and put together into batches.
 */
package org.unroll.datasets.caption;
