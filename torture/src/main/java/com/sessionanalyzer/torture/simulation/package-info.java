/** The whole way of records on one thread, with everything that can go wrong between two steps, from a seed. */
@NullMarked
package com.sessionanalyzer.torture.simulation;

import org.jspecify.annotations.NullMarked;
