/** The door to the log: what was posted is published whole or not at all, and counted. Knows no domain. */
@NullMarked
package com.sessionanalyzer.intake;

import org.jspecify.annotations.NullMarked;
