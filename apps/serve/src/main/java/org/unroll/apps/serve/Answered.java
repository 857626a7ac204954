package org.unroll.apps.serve;

import java.util.List;

/**
 * What is answered to a request.
 *
 * @param run the name that it is served under
 * @param version of the net that answered
 * @param answers one for each input, in their order
 */
record Answered<O>(String run, String version, List<O> answers) {}
