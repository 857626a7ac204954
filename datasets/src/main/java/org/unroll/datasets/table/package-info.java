/** The DataVec room: files of rows, their formats, transforms and bad rows; sources and splits. */
package org.unroll.datasets.table;
