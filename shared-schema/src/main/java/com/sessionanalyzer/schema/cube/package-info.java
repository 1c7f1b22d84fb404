/** The entries of a cube topic: cells, tallies and progress, of any domain. */
@NullMarked
package com.sessionanalyzer.schema.cube;

import org.jspecify.annotations.NullMarked;
