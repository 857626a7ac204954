/**
 * Convolutions, pooling and batch normalisation, on pictures {@code [b, c, h, w]}, on the frames of
 * sequences {@code [b, c h w, t]}, and over time.
 */
package org.unroll.core.layer.image;
