/** What recurrent layers of a net do inside. Start at {@link Inspector}. */
package org.unroll.core.inspect;
