/** Output heads: scores, losses and their gradients in one pass. */
package org.unroll.core.layer.head;
