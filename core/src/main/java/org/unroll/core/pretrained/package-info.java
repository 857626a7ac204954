/**
 * Nets that others trained, read from files: of Keras 2 ({@code .h5}) and of DL4J ({@code .zip}),
 * their layers as ours.
 */
package org.unroll.core.pretrained;
