/** Layers on pictures {@code [b, c, h, w]} and on the frames of sequences {@code [b, c h w, t]}. */
package org.unroll.core.layer.image;
