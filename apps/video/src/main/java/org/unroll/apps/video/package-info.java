/**
 * Video: a label for every frame, many to many in step. Start at {@link
 * org.unroll.apps.video.VideoApp}.
 */
package org.unroll.apps.video;
