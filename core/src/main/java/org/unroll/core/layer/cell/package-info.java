/** What a recurrent cell computes, and the plain ND4J form of each. */
package org.unroll.core.layer.cell;
