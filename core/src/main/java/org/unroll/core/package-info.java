/** What every room of the house needs: JSON, and mistakes of the user. */
package org.unroll.core;
