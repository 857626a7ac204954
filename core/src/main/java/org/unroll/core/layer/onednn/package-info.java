/** Recurrent cells on oneDNN's primitives. */
package org.unroll.core.layer.onednn;
