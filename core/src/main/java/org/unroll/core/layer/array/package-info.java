/** Passes over arrays that ND4J makes slowly or not at all. */
package org.unroll.core.layer.array;
